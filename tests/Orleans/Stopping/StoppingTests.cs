using System;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Tests.Orleans.Activations;
using Aggregation.Tests.Orleans.Calls;
using Aggregation.Tests.Orleans.Engines;
using Orleans;
using Xunit;

namespace Aggregation.Tests.Orleans.Stopping;

public sealed class StoppingTests
{
    [Fact]
    public async Task Stopping_deactivates_every_grain_once()
    {
        await using var engine = await TestEngine.StartAsync(new EngineSettings());
        var lives = Enumerable.Range(0, 50).Select(static _ => new Life()).ToList();
        await Task.WhenAll(lives.Select(life => engine.Grains.GetGrain<ILifeGrain>(Life.New(life)).Touch()));
        await engine.StopAsync().Soon();
        foreach (var life in lives)
        {
            Assert.Equal(DeactivationReasonCode.ShuttingDown, (await life.Ended).ReasonCode);
            Assert.Equal((1, 1), (life.Activated, life.Deactivated));
        }
    }

    [Fact]
    public async Task Calls_from_outside_are_refused_after_the_stop()
    {
        await using var engine = await TestEngine.StartAsync(new EngineSettings { ResponseTimeout = TimeSpan.FromSeconds(2) });
        var echo = engine.Grains.GetGrain<IEchoGrain>(Gate.NewName());
        await echo.Nothing();
        await engine.StopAsync().Soon();
        await Assert.ThrowsAnyAsync<Exception>(() => echo.Add(1, 2).Soon());
    }
}
