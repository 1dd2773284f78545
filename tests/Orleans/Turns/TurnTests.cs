using System.Linq;
using System.Threading.Tasks;
using Aggregation.Tests.Orleans.Fixtures;
using Xunit;

namespace Aggregation.Tests.Orleans.Turns;

public sealed class TurnTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    private readonly ITurnGrain grain = silo.Grains.GetGrain<ITurnGrain>(Gate.NewName());

    [Fact]
    public async Task A_request_ends_before_the_next_begins()
    {
        var counts = await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => Task.Run(grain.CountSlowly))).Soon();
        Assert.Equal(Enumerable.Range(1, 500), counts.Order());
        Assert.Equal(1, await grain.MostAtOnce());
    }

    [Fact]
    public async Task Awaits_return_to_the_grains_scheduler() => Assert.True(await grain.StaysOnItsScheduler());

    [Fact]
    public async Task Task_Run_leaves_the_grain_and_the_await_returns() => Assert.True(await grain.LeavesByTaskRun());

    [Fact]
    public async Task What_a_turn_starts_and_does_not_await_runs_in_turns()
    {
        Assert.Equal(1000, await grain.StartUnawaited(1000).Soon());
        Assert.Equal(1, await grain.MostAtOnce());
    }
}
