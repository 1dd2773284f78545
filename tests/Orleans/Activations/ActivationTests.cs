using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Tests.Orleans.Engines;
using Orleans;
using Orleans.Runtime;
using Xunit;

namespace Aggregation.Tests.Orleans.Activations;

public sealed class ActivationTests(EngineFixture engine) : IClassFixture<EngineFixture>
{
    [Fact]
    public async Task A_grain_is_activated_by_its_first_call()
    {
        var life = new Life();
        var grain = Make(life);
        Assert.Equal(0, life.Constructed);
        await grain.Touch();
        await grain.Touch();
        Assert.Equal((1, 1, 0), (life.Constructed, life.Activated, life.Deactivated));
    }

    [Fact]
    public async Task Many_first_calls_make_one_activation()
    {
        var life = new Life();
        var grain = Make(life);
        var names = await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => Task.Run(grain.Touch))).Soon();
        Assert.Single(names.Distinct(StringComparer.Ordinal));
        Assert.Equal(1, life.Activated);
    }

    [Fact]
    public async Task Calls_wait_for_the_activation()
    {
        var life = new Life { GateOfActivation = Gate.NewName() };
        var grain = Make(life);
        var call = grain.Touch();
        var interleaving = grain.Ping();
        await Gate.Of(life.GateOfActivation).Entered();
        Assert.False(call.IsCompleted || interleaving.IsCompleted);
        Gate.Of(life.GateOfActivation).Open();
        await Task.WhenAll(call, interleaving).Soon();
    }

    [Fact]
    public async Task A_failing_activation_fails_its_callers_and_is_tried_anew()
    {
        var life = new Life { FailingActivations = 1, GateOfActivation = Gate.NewName() };
        var grain = Make(life);
        var calls = new List<Task> { grain.Touch() };
        await Gate.Of(life.GateOfActivation).Entered();
        calls.AddRange(Enumerable.Range(0, 9).Select(_ => grain.Touch()));
        Gate.Of(life.GateOfActivation).Open();
        Assert.Equal("activation", (await Assert.ThrowsAsync<OddLifeException>(() => calls[0].Soon())).Message);
        foreach (var call in calls.Skip(1))
            await Record.ExceptionAsync(() => call.Soon());
        await grain.Touch().Soon();
        Assert.Equal(2, life.Activated);
        Assert.Equal(0, life.Deactivated);
    }

    [Fact]
    public async Task A_failing_constructor_fails_its_caller_and_is_tried_anew()
    {
        var life = new Life { FailingConstructions = 1 };
        var grain = Make(life);
        await Assert.ThrowsAnyAsync<Exception>(() => grain.Touch().Soon());
        await grain.Touch().Soon();
        Assert.Equal(1, life.Activated);
    }

    [Fact]
    public async Task A_grain_that_ends_itself_has_a_successor()
    {
        var life = new Life();
        var grain = Make(life);
        var first = await grain.Touch();
        await grain.End();
        Assert.Equal(DeactivationReasonCode.ApplicationRequested, (await life.Ended).ReasonCode);
        Assert.NotEqual(first, await grain.Touch());
        Assert.Equal((2, 1, 1), (life.Activated, life.Deactivated, life.MostAlive));
    }

    [Fact]
    public async Task A_grain_that_fails_to_deactivate_has_a_successor()
    {
        var life = new Life { FailsToDeactivate = true };
        var grain = Make(life);
        var first = await grain.TouchAndEnd();
        Assert.NotEqual(first, await grain.Touch().Soon());
    }

    [Fact]
    public async Task Calls_that_come_while_a_grain_ends_go_to_its_successor()
    {
        var life = new Life { GateOfDeactivation = Gate.NewName() };
        var grain = Make(life);
        var first = await grain.TouchAndEnd();
        await Gate.Of(life.GateOfDeactivation).Entered();
        var calls = Enumerable.Range(0, 100).Select(_ => grain.Touch()).ToList();
        Gate.Of(life.GateOfDeactivation).Open();
        var names = await Task.WhenAll(calls).Soon();
        Assert.Single(names.Distinct(StringComparer.Ordinal));
        Assert.NotEqual(first, names[0]);
        Assert.Equal((2, 1, 1), (life.Activated, life.Deactivated, life.MostAlive));
    }

    [Fact]
    public async Task A_grain_ends_only_when_what_runs_has_run()
    {
        var life = new Life();
        var grain = Make(life);
        var gate = Gate.NewName();
        var running = grain.EndAndHold(gate);
        await Gate.Of(gate).Entered();
        var waiting = grain.Touch();
        Assert.Equal(0, life.Deactivated);
        Gate.Of(gate).Open();
        await running.Soon();
        await waiting.Soon();
        Assert.Equal((2, 1, 1), (life.Activated, life.Deactivated, life.MostAlive));
    }

    [Fact]
    public async Task No_grain_lives_twice_however_often_it_ends()
    {
        var life = new Life();
        var grain = Make(life);
        await Task.WhenAll(Enumerable.Range(0, 16).Select(caller => Task.Run(async () =>
        {
            for (var i = 0; i < 50; i++)
                await UnlessRejected((i + caller) % 5 == 0 ? grain.TouchAndEnd() : grain.Touch());
        }))).Soon();
        Assert.Equal(1, life.MostAlive);
        Assert.Equal(life.Activated, life.Constructed);
        Assert.InRange(life.Activated - life.Deactivated, 0, 1);
    }

    [Fact]
    public async Task An_activation_has_a_scope_of_services()
    {
        var (one, other) = (Make(new Life()), Make(new Life()));
        Assert.True(await one.OwnsItsScope());
        Assert.True(await other.OwnsItsScope());
    }

    [Fact]
    public async Task A_grain_that_ends_itself_in_its_activation_fails_its_callers() =>
        await Assert.ThrowsAnyAsync<Exception>(() => engine.Grains.GetGrain<ISuicidalGrain>(Gate.NewName()).Touch().Soon());

    [Fact]
    public async Task A_grain_needs_no_base_class() =>
        Assert.True(await engine.Grains.GetGrain<IPlainGrain>(Gate.NewName()).IsActivated());

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

    private ILifeGrain Make(Life life) => engine.Grains.GetGrain<ILifeGrain>(Life.New(life));
}
