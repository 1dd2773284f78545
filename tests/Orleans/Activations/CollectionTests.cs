using System;
using System.Threading.Tasks;
using Aggregation.Tests.Orleans.Fixtures;
using Orleans;
using Orleans.Configuration;
using Orleans.Hosting;
using Xunit;

namespace Aggregation.Tests.Orleans.Activations;

public sealed class CollectionTests : IAsyncLifetime
{
    private readonly Life idleLife = new();
    private TestSilo silo = null!;

    private ILifeGrain Idle => silo.Grains.GetGrain<ILifeGrain>(idleLife.Key);

    public async Task InitializeAsync() => silo = await TestSilo.StartAsync(static one =>
        one.Configure<GrainCollectionOptions>(static options =>
            (options.CollectionAge, options.CollectionQuantum) = (TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(1))));

    public async Task DisposeAsync() => await silo.DisposeAsync();

    [Fact]
    public async Task An_idle_grain_is_collected_and_comes_back()
    {
        var first = await Idle.Activation();
        Assert.Equal(DeactivationReasonCode.ActivationIdle, (await idleLife.Ended).ReasonCode);
        Assert.NotEqual(first, await Idle.Activation());
        Assert.Equal(1, idleLife.MostAlive);
    }

    [Fact]
    public async Task A_grain_at_work_is_not_collected()
    {
        var busyLife = new Life();
        var gate = Gate.NewName();
        var call = silo.Grains.GetGrain<ILifeGrain>(busyLife.Key).Hold(gate);
        await Gate.Of(gate).Entered();
        await Idle.Activation();
        await idleLife.Ended;
        Assert.Equal(0, busyLife.Deactivated);
        Gate.Of(gate).Open();
        await call.Soon();
    }
}
