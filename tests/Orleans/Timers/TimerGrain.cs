using System;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Tests.Orleans.Fixtures;
using Orleans;
using Orleans.Runtime;

namespace Aggregation.Tests.Orleans.Timers;

public interface ITimerGrain : IGrainWithStringKey
{
    /// <summary>
    /// Starts a timer that enters the gate when it has ticked so often, and the late gate when it ticks after its activation's end.
    /// </summary>
    Task Start(string gate, int ticks, string late);

    /// <summary>Starts a timer that fails each time, and enters the gate when it has so often.</summary>
    Task StartFailing(string gate, int ticks);

    /// <summary>Starts an interleaving timer that ticks once and waits at the gate.</summary>
    Task StartHeld(string gate);

    Task Hold(string gate);

    Task<string> Activation();

    Task Deactivate();
}

internal sealed class TimerGrain : Grain, ITimerGrain
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(5);

    private readonly string activation = Gate.NewName();
    private int ticked;
    private bool ended;

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        ended = true;
        return Task.CompletedTask;
    }

    public Task Start(string gate, int ticks, string late)
    {
        this.RegisterGrainTimer(
            () =>
            {
                Count(gate, ticks);
                if (ended)
                    Gate.Of(late).Enter();
                return Task.CompletedTask;
            },
            Period,
            Period);
        return Task.CompletedTask;
    }

    public Task StartFailing(string gate, int ticks)
    {
        this.RegisterGrainTimer(
            () =>
            {
                Count(gate, ticks);
                throw new InvalidOperationException("tick");
            },
            Period,
            Period);
        return Task.CompletedTask;
    }

    public Task StartHeld(string gate)
    {
        this.RegisterGrainTimer(
            () => Gate.Of(gate).EnterAndWait(),
            new GrainTimerCreationOptions(Period, Timeout.InfiniteTimeSpan) { Interleave = true });
        return Task.CompletedTask;
    }

    public Task Hold(string gate) => Gate.Of(gate).EnterAndWait();

    public Task<string> Activation() => Task.FromResult(activation);

    public Task Deactivate()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    private void Count(string gate, int ticks)
    {
        if (++ticked == ticks)
            Gate.Of(gate).Enter();
    }
}
