using System.Threading.Tasks;
using Aggregation.Tests.Orleans.Engines;
using Xunit;

namespace Aggregation.Tests.Orleans.Timers;

public sealed class TimerTests(EngineFixture engine) : IClassFixture<EngineFixture>
{
    private readonly string _gate = Gate.NewName();
    private readonly ITimerGrain _grain = engine.Grains.GetGrain<ITimerGrain>(Gate.NewName());

    [Fact]
    public async Task Ticks_run_in_turns_and_never_overlap()
    {
        await _grain.Start(_gate, ticks: 10);
        await Gate.Of(_gate).Entered();
        var (ticks, mostAtOnce, onScheduler) = await _grain.Seen();
        Assert.True(ticks >= 10);
        Assert.Equal(1, mostAtOnce);
        Assert.True(onScheduler);
        await _grain.Stop();
    }

    [Fact]
    public async Task A_tick_waits_for_a_call()
    {
        var call = Gate.NewName();
        var running = _grain.StartBlockingAndHold(_gate, call);
        await Gate.Of(call).Entered();
        await LetTimePass();
        Assert.False(Gate.Of(_gate).IsEntered);
        Gate.Of(call).Open();
        await running.Soon();
        await Gate.Of(_gate).Entered();
        Gate.Of(_gate).Open();
    }

    [Fact]
    public async Task A_call_waits_for_a_tick()
    {
        var call = Gate.NewName();
        await _grain.StartBlocking(_gate, interleave: false);
        await Gate.Of(_gate).Entered();
        var waiting = _grain.Hold(call);
        await _grain.Seen();
        Assert.False(Gate.Of(call).IsEntered);
        Gate.Of(_gate).Open();
        await Gate.Of(call).Entered();
        Gate.Of(call).Open();
        await waiting.Soon();
    }

    [Fact]
    public async Task An_interleaving_tick_waits_for_nobody()
    {
        var call = Gate.NewName();
        await _grain.StartBlocking(_gate, interleave: true);
        var running = _grain.Hold(call);
        await Gate.Of(call).Entered();
        await Gate.Of(_gate).Entered();
        Gate.Of(_gate).Open();
        Gate.Of(call).Open();
        await running.Soon();
    }

    [Fact]
    public async Task A_failing_tick_is_followed_by_the_next()
    {
        await _grain.StartFailing(_gate, ticks: 5);
        await Gate.Of(_gate).Entered();
        await _grain.Stop();
    }

    [Fact]
    public async Task A_timer_without_period_ticks_once_until_it_is_changed()
    {
        await _grain.StartOnce(_gate);
        await Gate.Of($"{_gate} 1").Entered();
        Assert.Equal(1, (await _grain.Seen()).Ticks);
        await _grain.Change();
        await Gate.Of($"{_gate} 2").Entered();
    }

    [Fact]
    public async Task A_timer_without_due_time_starts_when_it_is_changed()
    {
        await _grain.StartStopped(_gate);
        Assert.False(Gate.Of(_gate).IsEntered);
        await _grain.Change();
        await Gate.Of(_gate).Entered();
    }

    [Fact]
    public async Task A_stopped_timer_ticks_no_more()
    {
        await _grain.Start(_gate, ticks: 1);
        await Gate.Of(_gate).Entered();
        await _grain.Stop();
        var ticks = (await _grain.Seen()).Ticks;
        Assert.True(await _grain.IsCancelled());
        await LetTimePass();
        Assert.InRange((await _grain.Seen()).Ticks, ticks, ticks + 1);
    }

    [Fact]
    public async Task Timers_end_with_their_activation()
    {
        await _grain.Start(_gate, ticks: 1);
        await Gate.Of(_gate).Entered();
        await _grain.End();
        Assert.Equal(0, (await _grain.Seen()).Ticks);
        await LetTimePass();
        Assert.Equal(0, (await _grain.Seen()).Ticks);
    }

    [Fact]
    public async Task A_timer_is_not_started_from_outside_a_turn() => Assert.NotEqual("started", await _grain.StartElsewhere());

    /// <summary>Waits for ten ticks of another grain.</summary>
    private async Task LetTimePass()
    {
        var other = engine.Grains.GetGrain<ITimerGrain>(Gate.NewName());
        var gate = Gate.NewName();
        await other.Start(gate, ticks: 10);
        await Gate.Of(gate).Entered();
        await other.Stop();
    }
}
