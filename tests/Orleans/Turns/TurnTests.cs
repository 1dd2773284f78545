using System.Linq;
using System.Threading.Tasks;
using Aggregation.Tests.Orleans.Engines;
using Orleans;
using Xunit;

namespace Aggregation.Tests.Orleans.Turns;

public sealed class TurnTests(EngineFixture engine) : IClassFixture<EngineFixture>
{
    private ITurnGrain Grain => engine.Grains.GetGrain<ITurnGrain>(Gate.NewName());

    [Fact]
    public async Task A_request_ends_before_the_next_begins()
    {
        var grain = Grain;
        var counts = await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => Task.Run(grain.CountSlowly))).Soon();
        Assert.Equal(Enumerable.Range(1, 500), counts.Order());
        Assert.Equal((500, 1, 0), await grain.Seen());
    }

    [Fact]
    public async Task Awaits_return_to_the_grains_scheduler() => Assert.True(await Grain.StaysOnItsScheduler());

    [Fact]
    public async Task Continuations_stay_on_the_grain() => Assert.True(await Grain.ContinuationsStay());

    [Fact]
    public async Task Tasks_started_on_the_grains_scheduler_stay_there() => Assert.True(await Grain.TasksStay());

    [Fact]
    public async Task Task_Run_leaves_the_grain_and_the_await_returns() => Assert.True(await Grain.LeavesByTaskRun());

    [Fact]
    public async Task What_a_turn_starts_and_does_not_await_runs_in_turns()
    {
        var grain = Grain;
        Assert.Equal(1000, await grain.StartUnawaited(1000).Soon());
        Assert.Equal((1000, 1, 0), await grain.Seen());
    }

    [Fact]
    public async Task A_grain_that_blocks_its_thread_does_not_stop_others()
    {
        var gate = Gate.NewName();
        var blocked = Grain.Block(gate);
        await Gate.Of($"{gate} blocks").Entered();
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Grain.CountSlowly())).Soon();
        Gate.Of(gate).Open();
        await blocked.Soon();
    }

    [Fact]
    public async Task A_grain_that_blocks_does_not_keep_from_running_whom_it_called()
    {
        var other = Grain;
        await other.Ping();
        await Grain.CallAndBlock(other.GetPrimaryKeyString(), Gate.NewName()).Soon();
    }

    [Fact]
    public async Task A_caller_that_blocks_does_not_keep_from_running_whom_it_called()
    {
        await Grain.Ping();
        var gate = Gate.NewName();
        var call = Grain.Hold(gate);
        BlockUntilEntered(gate);
        Gate.Of(gate).Open();
        await call.Soon();
    }

    [Fact]
    public async Task A_call_that_ends_in_a_turn_that_blocks_is_told_at_once()
    {
        var gate = Gate.NewName();
        var grain = Grain;
        await grain.Ping();
        var waiting = Task.Run(async () =>
        {
            await grain.WaitToBeReleased();
            Gate.Of(gate).Open();
        });
        await grain.Ping();
        while ((await grain.Seen()).Waiting == 0)
            await Task.Yield();
        await grain.ReleaseAndBlock(gate).Soon();
        await waiting.Soon();
    }

    private static void BlockUntilEntered(string gate) => Gate.Of(gate).Entered().Wait();
}
