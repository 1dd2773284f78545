using System;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Tests.Conformance.Activations;
using Aggregation.Tests.Conformance.Calls;
using Aggregation.Tests.Conformance.Engines;
using Aggregation.Tests.Conformance.Turns;
using Orleans.Runtime;
using Xunit;

namespace Aggregation.Tests.Conformance.Embedded;

public sealed class StoppingTests
{
    [Fact]
    public async Task A_grain_may_call_another_while_it_deactivates()
    {
        await using var engine = await TestEngine.StartAsync(new EngineSettings());
        var key = Gate.NewName();
        await engine.Grains.GetGrain<IFarewellGrain>(key).Begin();
        await engine.StopAsync().Soon();
        await Gate.Of(key).Entered();
    }

    [Fact]
    public async Task Stopping_waits_for_what_runs_and_refuses_what_comes()
    {
        await using var engine = await TestEngine.StartAsync(new EngineSettings());
        var (gate, life) = (Gate.NewName(), new Life());
        var grain = engine.Grains.GetGrain<ILifeGrain>(Life.New(life));
        var running = grain.Hold(gate);
        var waiting = grain.Touch();
        await Gate.Of(gate).Entered();
        var stopping = engine.StopAsync();
        var refused = await Assert.ThrowsAsync<SiloUnavailableException>(() => grain.Touch());
        Assert.Contains("stopping", refused.Message, StringComparison.Ordinal);
        Assert.False(stopping.IsCompleted);
        Gate.Of(gate).Open();
        await running.Soon();
        await waiting.Soon();
        await stopping.Soon();
        Assert.Equal((1, 1), (life.Activated, life.Deactivated));
    }

    [Fact]
    public async Task Calls_between_grains_go_on_while_the_engine_drains()
    {
        await using var engine = await TestEngine.StartAsync(new EngineSettings());
        var grain = engine.Grains.GetGrain<ITurnGrain>(Gate.NewName());
        var counts = Enumerable.Range(0, 100).Select(_ => grain.CountSlowly()).ToList();
        var stopping = engine.StopAsync();
        Assert.Equal(100, (await Task.WhenAll(counts).Soon()).Max());
        await stopping.Soon();
    }

    [Fact]
    public async Task Stopping_gives_up_at_its_timeout()
    {
        await using var engine = await TestEngine.StartAsync(new EngineSettings { DeactivationTimeout = TimeSpan.FromMilliseconds(200) });
        var gate = Gate.NewName();
        var running = engine.Grains.GetGrain<ILifeGrain>(Gate.NewName()).Hold(gate);
        await Gate.Of(gate).Entered();
        await engine.StopAsync().Soon();
        await Assert.ThrowsAsync<SiloUnavailableException>(() => running.Soon());
        Gate.Of(gate).Open();
    }

    [Fact]
    public async Task Stopping_twice_is_stopping_once()
    {
        await using var engine = await TestEngine.StartAsync(new EngineSettings());
        var echo = engine.Grains.GetGrain<IEchoGrain>(Gate.NewName());
        await engine.StopAsync().Soon();
        await engine.StopAsync().Soon();
        await Assert.ThrowsAsync<SiloUnavailableException>(() => echo.Nothing());
    }
}
