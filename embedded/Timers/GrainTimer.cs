using System;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Embedded.Activations;
using Aggregation.Embedded.Calls;
using Orleans.Runtime;

namespace Aggregation.Embedded.Timers;

/// <summary>A grain timer: the next tick is set when the previous one has ended, so ticks never overlap.</summary>
internal sealed class GrainTimer<TState> : IGrainTimer, ITicking
{
    private static readonly CallMethod s_tick = new("Timer", Interleaving.Never);
    private static readonly CallMethod s_interleavingTick = new("Timer", Interleaving.Always);

    private readonly Activation _activation;
    private readonly Func<TState, CancellationToken, Task> _callback;
    private readonly TState _state;
    private readonly bool _interleaves;
    private readonly bool _keepsAlive;
    private readonly CancellationTokenSource _stopped = new();
    private readonly ITimer _timer;
    private readonly Lock _gate = new();
    private TimeSpan _dueTime;
    private TimeSpan _period;
    private bool _ticking;
    private bool _changed;

    private GrainTimer(Activation activation, Func<TState, CancellationToken, Task> callback, TState state, GrainTimerCreationOptions options)
    {
        _activation = activation;
        _callback = callback;
        _state = state;
        _interleaves = options.Interleave;
        _keepsAlive = options.KeepAlive;
        // The timer outlives the call that starts it: it must not carry that call's context.
        using (ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow())
        {
            _timer = activation.Engine.Time.CreateTimer(
                static timer => ((GrainTimer<TState>)timer!).Fire(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    public static GrainTimer<TState> Start(
        Activation activation, Func<TState, CancellationToken, Task> callback, TState state, GrainTimerCreationOptions options)
    {
        if (TaskScheduler.Current != activation && Activation.Constructing != activation)
            throw new InvalidOperationException($"A timer of {activation} can only be registered in a turn of that grain.");
        var timer = new GrainTimer<TState>(activation, callback, state, options);
        activation.Add(timer);
        timer.Change(options.DueTime, options.Period);
        return timer;
    }

    public void Change(TimeSpan dueTime, TimeSpan period)
    {
        Check(dueTime, nameof(dueTime));
        Check(period, nameof(period));
        lock (_gate)
        {
            _dueTime = dueTime;
            _period = period;
            _changed = true;
            if (!_ticking)
                Set(dueTime);
        }
    }

    public void Dispose()
    {
        _stopped.Cancel();
        _timer.Dispose();
        _activation.Remove(this);
    }

    async Task ITicking.TickAsync()
    {
        if (_stopped.IsCancellationRequested)
            return;
        lock (_gate)
            _changed = false;
        try
        {
            await _callback(_state, _stopped.Token);
        }
        finally
        {
            lock (_gate)
            {
                _ticking = false;
                if (!_stopped.IsCancellationRequested)
                    Set(_changed ? _dueTime : _period);
            }
        }
    }

    private static void Check(TimeSpan time, string name)
    {
        const long Longest = 0xfffffffe;
        var milliseconds = (long)time.TotalMilliseconds;
        ArgumentOutOfRangeException.ThrowIfLessThan(milliseconds, -1, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(milliseconds, Longest, name);
    }

    private void Fire()
    {
        lock (_gate)
        {
            if (_ticking || _stopped.IsCancellationRequested)
                return;
            _ticking = true;
        }
        _activation.Receive(new TickCall(this, _interleaves ? s_interleavingTick : s_tick, _keepsAlive));
    }

    private void Set(TimeSpan time)
    {
        try
        {
            _timer.Change(time, Timeout.InfiniteTimeSpan);
        }
        catch (ObjectDisposedException)
        {
            // Disposed meanwhile: no further tick is wanted.
        }
    }
}
