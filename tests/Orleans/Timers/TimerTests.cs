using System.Threading.Tasks;
using Aggregation.Tests.Orleans.Fixtures;
using Xunit;

namespace Aggregation.Tests.Orleans.Timers;

public sealed class TimerTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    private readonly string gate = Gate.NewName();
    private readonly string late = Gate.NewName();
    private readonly ITimerGrain grain = silo.Grains.GetGrain<ITimerGrain>(Gate.NewName());

    [Fact]
    public async Task An_interleaving_tick_waits_for_nobody()
    {
        var call = Gate.NewName();
        await grain.StartHeld(gate);
        var running = grain.Hold(call);
        await Gate.Of(call).Entered();
        await Gate.Of(gate).Entered();
        Gate.Of(gate).Open();
        Gate.Of(call).Open();
        await running.Soon();
    }

    [Fact]
    public async Task A_failing_tick_is_followed_by_the_next()
    {
        await grain.StartFailing(gate, ticks: 5);
        await Gate.Of(gate).Entered();
        await grain.Deactivate();
    }

    [Fact]
    public async Task Timers_end_with_their_activation()
    {
        await grain.Start(gate, ticks: 1, late);
        await Gate.Of(gate).Entered();
        var first = await grain.Activation();
        await grain.Deactivate();
        Assert.NotEqual(first, await grain.Activation());

        // Long enough for ten ticks of another.
        var (other, ten) = (silo.Grains.GetGrain<ITimerGrain>(Gate.NewName()), Gate.NewName());
        await other.Start(ten, ticks: 10, Gate.NewName());
        await Gate.Of(ten).Entered();
        await other.Deactivate();
        Assert.False(Gate.Of(late).IsEntered);
    }
}
