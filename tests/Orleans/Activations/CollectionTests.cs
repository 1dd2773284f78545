using System;
using System.Threading.Tasks;
using Aggregation.Tests.Orleans.Engines;
using Orleans;
using Xunit;

namespace Aggregation.Tests.Orleans.Activations;

public sealed class CollectionTests : IAsyncLifetime
{
    private ITestEngine _engine = null!;

    public async Task InitializeAsync() => _engine = await TestEngine.StartAsync(new EngineSettings
    {
        CollectionAge = TimeSpan.FromSeconds(2),
        CollectionQuantum = TimeSpan.FromSeconds(1),
    });

    public async Task DisposeAsync() => await _engine.DisposeAsync();

    [Fact]
    public async Task An_idle_grain_is_collected_and_comes_back()
    {
        var life = new Life();
        var grain = _engine.Grains.GetGrain<ILifeGrain>(Life.New(life));
        var lasting = _engine.Grains.GetGrain<ILastingGrain>(Gate.NewName());
        var (first, lasts) = (await grain.Touch(), await lasting.Touch());
        Assert.Equal(DeactivationReasonCode.ActivationIdle, (await life.Ended).ReasonCode);
        Assert.NotEqual(first, await grain.Touch());
        Assert.Equal(1, life.MostAlive);
        Assert.Equal(lasts, await lasting.Touch());
    }

    [Fact]
    public async Task A_grain_at_work_or_kept_is_not_collected()
    {
        var (busyLife, keptLife, idleLife) = (new Life(), new Life(), new Life());
        var (busy, kept) = (_engine.Grains.GetGrain<ILifeGrain>(Life.New(busyLife)), _engine.Grains.GetGrain<ILifeGrain>(Life.New(keptLife)));
        var gate = Gate.NewName();
        await kept.Keep(TimeSpan.FromHours(1));
        var call = busy.Hold(gate);
        await Gate.Of(gate).Entered();
        await _engine.Grains.GetGrain<ILifeGrain>(Life.New(idleLife)).Touch();
        await idleLife.Ended;
        Assert.Equal((0, 0), (busyLife.Deactivated, keptLife.Deactivated));
        Gate.Of(gate).Open();
        await call.Soon();
    }
}
