using System;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Embedded.Activations;
using Aggregation.Embedded.Timers;
using Orleans.Runtime;

namespace Orleans;

/// <summary>What a grain may ask of its activation.</summary>
public static class GrainBaseExtensions
{
    /// <summary>Ends the activation as soon as nothing runs on it.</summary>
    public static void DeactivateOnIdle(this IGrainBase grain) => grain.GrainContext.Deactivate(
        new DeactivationReason(DeactivationReasonCode.ApplicationRequested, $"{nameof(DeactivateOnIdle)} was called."));

    /// <summary>Starts a timer on the grain.</summary>
    /// <exception cref="InvalidOperationException">The caller is not in a turn of this grain.</exception>
    public static IGrainTimer RegisterGrainTimer<TState>(
        this IGrainBase grain, Func<TState, CancellationToken, Task> callback, TState state, GrainTimerCreationOptions options)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var activation = grain.GrainContext as Activation
            ?? throw new InvalidOperationException("The grain was constructed outside the engine and has no activation.");
        return GrainTimer<TState>.Start(activation, callback, state, options);
    }

    /// <summary>Starts a timer on the grain.</summary>
    /// <exception cref="InvalidOperationException">The caller is not in a turn of this grain.</exception>
    public static IGrainTimer RegisterGrainTimer(
        this IGrainBase grain, Func<CancellationToken, Task> callback, GrainTimerCreationOptions options)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return grain.RegisterGrainTimer(static (callback, cancellation) => callback(cancellation), callback, options);
    }

    /// <summary>Starts a timer on the grain.</summary>
    /// <exception cref="InvalidOperationException">The caller is not in a turn of this grain.</exception>
    public static IGrainTimer RegisterGrainTimer(this IGrainBase grain, Func<Task> callback, GrainTimerCreationOptions options)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return grain.RegisterGrainTimer(static (callback, _) => callback(), callback, options);
    }

    /// <summary>Starts a timer on the grain.</summary>
    /// <exception cref="InvalidOperationException">The caller is not in a turn of this grain.</exception>
    public static IGrainTimer RegisterGrainTimer<TState>(
        this IGrainBase grain, Func<TState, Task> callback, TState state, GrainTimerCreationOptions options)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return grain.RegisterGrainTimer(static (tick, _) => tick.callback(tick.state), (callback, state), options);
    }

    /// <summary>Starts a timer on the grain.</summary>
    /// <exception cref="InvalidOperationException">The caller is not in a turn of this grain.</exception>
    public static IGrainTimer RegisterGrainTimer(this IGrainBase grain, Func<Task> callback, TimeSpan dueTime, TimeSpan period)
        => grain.RegisterGrainTimer(callback, new GrainTimerCreationOptions(dueTime, period));

    /// <summary>Starts a timer on the grain.</summary>
    /// <exception cref="InvalidOperationException">The caller is not in a turn of this grain.</exception>
    public static IGrainTimer RegisterGrainTimer(
        this IGrainBase grain, Func<CancellationToken, Task> callback, TimeSpan dueTime, TimeSpan period)
        => grain.RegisterGrainTimer(callback, new GrainTimerCreationOptions(dueTime, period));

    /// <summary>Starts a timer on the grain.</summary>
    /// <exception cref="InvalidOperationException">The caller is not in a turn of this grain.</exception>
    public static IGrainTimer RegisterGrainTimer<TState>(
        this IGrainBase grain, Func<TState, Task> callback, TState state, TimeSpan dueTime, TimeSpan period)
        => grain.RegisterGrainTimer(callback, state, new GrainTimerCreationOptions(dueTime, period));

    /// <summary>Starts a timer on the grain.</summary>
    /// <exception cref="InvalidOperationException">The caller is not in a turn of this grain.</exception>
    public static IGrainTimer RegisterGrainTimer<TState>(
        this IGrainBase grain, Func<TState, CancellationToken, Task> callback, TState state, TimeSpan dueTime, TimeSpan period)
        => grain.RegisterGrainTimer(callback, state, new GrainTimerCreationOptions(dueTime, period));
}
