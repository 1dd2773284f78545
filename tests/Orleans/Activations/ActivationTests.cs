using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Tests.Orleans.Fixtures;
using Orleans;
using Orleans.Runtime;
using Xunit;

namespace Aggregation.Tests.Orleans.Activations;

public sealed class ActivationTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    [Fact]
    public async Task A_grain_is_activated_by_its_first_call()
    {
        var life = new Life();
        var grain = Grain(life);
        Assert.Equal(0, life.Activated);
        Assert.Equal(await grain.Activation(), await grain.Activation());
        Assert.Equal((1, 0), (life.Activated, life.Deactivated));
    }

    [Fact]
    public async Task Many_first_calls_make_one_activation()
    {
        var life = new Life();
        var grain = Grain(life);
        var activations = await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => Task.Run(grain.Activation))).Soon();
        Assert.Single(activations.Distinct());
        Assert.Equal(1, life.Activated);
    }

    [Fact]
    public async Task A_failing_activation_fails_its_callers_and_is_tried_anew()
    {
        var life = new Life { FailingActivations = 1, GateOfActivation = Gate.NewName() };
        var grain = Grain(life);
        List<Task> calls = [grain.Activation()];
        await Gate.Of(life.GateOfActivation).Entered();
        calls.AddRange(Enumerable.Range(0, 9).Select(_ => grain.Activation()));
        Gate.Of(life.GateOfActivation).Open();
        Assert.Equal("activation", (await Assert.ThrowsAsync<InvalidOperationException>(() => calls[0].Soon())).Message);
        // Those that waited fail with it or go to its successor.
        await Task.WhenAll(calls).ContinueWith(static _ => { }, TaskScheduler.Default).Soon();
        await grain.Activation().Soon();
        Assert.Equal((2, 0), (life.Activated, life.Deactivated));
    }

    [Fact]
    public async Task A_grain_that_ends_itself_has_a_successor()
    {
        var life = new Life();
        var grain = Grain(life);
        var first = await grain.Deactivate();
        Assert.Equal(DeactivationReasonCode.ApplicationRequested, (await life.Ended).ReasonCode);
        Assert.NotEqual(first, await grain.Activation());
        Assert.Equal((2, 1, 1), (life.Activated, life.Deactivated, life.MostAlive));
    }

    [Fact]
    public async Task Calls_that_come_while_a_grain_ends_go_to_its_successor()
    {
        var life = new Life { GateOfDeactivation = Gate.NewName() };
        var grain = Grain(life);
        var first = await grain.Deactivate();
        await Gate.Of(life.GateOfDeactivation).Entered();
        var calls = Enumerable.Range(0, 100).Select(_ => grain.Activation()).ToList();
        Gate.Of(life.GateOfDeactivation).Open();
        var activations = await Task.WhenAll(calls).Soon();
        Assert.NotEqual(first, Assert.Single(activations.Distinct()));
        Assert.Equal((2, 1, 1), (life.Activated, life.Deactivated, life.MostAlive));
    }

    [Fact]
    public async Task No_grain_lives_twice_however_often_it_ends()
    {
        var life = new Life();
        var grain = Grain(life);
        await Task.WhenAll(Enumerable.Range(0, 16).Select(caller => Task.Run(async () =>
        {
            for (var i = 0; i < 50; i++)
                await UnlessRejected((i + caller) % 5 == 0 ? grain.Deactivate() : grain.Activation());
        }))).Soon();
        Assert.Equal(1, life.MostAlive);
        Assert.InRange(life.Activated - life.Deactivated, 0, 1);
    }

    /// <summary>Orleans refuses a call that more than two activations have handed on.</summary>
    private static async Task UnlessRejected(Task call)
    {
        try
        {
            await call;
        }
        catch (OrleansMessageRejectionException)
        {
            // The caller would try again.
        }
    }

    private ILifeGrain Grain(Life life) => silo.Grains.GetGrain<ILifeGrain>(life.Key);
}
