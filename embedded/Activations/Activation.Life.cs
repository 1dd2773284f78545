using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Embedded.Calls;
using Aggregation.Embedded.Persistence;
using Aggregation.Embedded.Timers;
using Aggregation.Embedded.Turns;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace Aggregation.Embedded.Activations;

/// <summary>How an activation begins and ends.</summary>
internal sealed partial class Activation
{
    /// <summary>Activations that hand a call on without having become valid, before the call is refused.</summary>
    private const int MostForwards = 2;

    public void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            if (_state is ActivationState.Deactivating or ActivationState.Ended)
                return;
            Parts.Reason = deactivationReason;
            Parts.Cancellation = cancellationToken;
            Parts.WasValid = _state is ActivationState.Valid;
            // An activation in the making sees the state when it is made, and ends itself then.
            _ending = _state is ActivationState.Activating;
            _state = ActivationState.Deactivating;
            if (_scheduled || !HasWork())
                return;
            _scheduled = true;
        }
        Worker.Schedule(this);
    }

    /// <summary>Ends the activation because its state is stale.</summary>
    public void DiscardAfter(InconsistentStateException conflict)
    {
        conflict.IsSourceActivation = false;
        Deactivate(new DeactivationReason(DeactivationReasonCode.ApplicationError, conflict, "The stored state was written by somebody else."));
    }

    public void DelayDeactivation(TimeSpan timeSpan)
    {
        lock (_gate)
            Parts.KeepUntil = timeSpan == Timeout.InfiniteTimeSpan || timeSpan == TimeSpan.MaxValue ? long.MaxValue
                : timeSpan <= TimeSpan.Zero ? 0
                : _class.Engine.Now + _class.Engine.Beats(timeSpan);
    }

    /// <summary>Deactivates when nobody used the grain for as long as its class allows.</summary>
    public void CollectIfIdle(int now)
    {
        if (now - Volatile.Read(ref _usedAt) < _class.BeatsToIdle)
            return;
        lock (_gate)
        {
            if (_state is not ActivationState.Valid || _mailbox.IsRunning || HasWork() || _parts is { } parts && parts.KeepUntil > now)
                return;
        }
        Deactivate(new DeactivationReason(DeactivationReasonCode.ActivationIdle, "The activation was idle."));
    }

    /// <summary>Adds the calls whose callers still wait.</summary>
    public void CopyCalls(List<Call> calls)
    {
        lock (_gate)
            _mailbox.CopyTo(calls);
    }

    /// <summary>Whether calls run or wait.</summary>
    public bool HasCalls()
    {
        lock (_gate)
            return _mailbox.IsRunning || _mailbox.IsWaiting;
    }

    public void Add(IGrainTimer timer)
    {
        lock (_gate)
            (Parts.Timers ??= []).Add(timer);
    }

    public void Remove(IGrainTimer timer)
    {
        lock (_gate)
            _parts?.Timers?.Remove(timer);
    }

    /// <summary>Has a state read before the activation becomes valid; called by the grain's constructor.</summary>
    public void Add(IStateToRead state)
    {
        lock (_gate)
            (Parts.States ??= []).Add(state);
    }

    private async Task ActivateAsync()
    {
        using var timeout = new CancellationTokenSource(_class.Engine.Options.ActivationTimeout);
        try
        {
            Construct();
            if (_parts?.States is { } states)
            {
                foreach (var state in states)
                    await state.ReadAsync(timeout.Token).WaitAsync(timeout.Token);
                _parts.States = null;
            }
            if (GrainInstance is IGrainBase grain)
            {
                var activated = grain.OnActivateAsync(timeout.Token);
                if (!activated.IsCompletedSuccessfully)
                    await activated.WaitAsync(timeout.Token);
            }
        }
        catch (Exception failure)
        {
            _class.Engine.Log.ActivationFailed(GrainId, failure);
            await FinishAsync(failure);
            return;
        }
        lock (_gate)
        {
            if (_state is ActivationState.Activating)
                _state = ActivationState.Valid;
            else
                _ending = false;
            _usedAt = _class.Engine.Now;
        }
    }

    private void Construct()
    {
        t_constructing = this;
        try
        {
            GrainInstance = _class.Construct(this);
        }
        finally
        {
            t_constructing = null;
        }
    }

    private async Task EndAsync()
    {
        var parts = Parts;
        StopTimers();
        if (parts.WasValid && GrainInstance is IGrainBase grain)
        {
            using var timeout = CancellationTokenSource.CreateLinkedTokenSource(parts.Cancellation);
            timeout.CancelAfter(_class.Engine.Options.DeactivationTimeout);
            try
            {
                await grain.OnDeactivateAsync(parts.Reason, timeout.Token).WaitAsync(timeout.Token);
            }
            catch (Exception failure)
            {
                _class.Engine.Log.DeactivationFailed(GrainId, failure);
            }
        }
        await FinishAsync(failure: null);
    }

    /// <summary>Leaves the catalogue and passes the waiting calls on, or fails them.</summary>
    private async Task FinishAsync(Exception? failure)
    {
        StopTimers();
        await DisposeAsync();
        Call? waiting;
        lock (_gate)
        {
            _state = ActivationState.Ended;
            // References remember their activation until the next call: they must not keep the grain.
            GrainInstance = null;
            waiting = _mailbox.TakeWaiting();
            _class.Remove(this);
        }
        while (waiting is { } call)
        {
            waiting = call.Next;
            call.Next = null;
            if (failure is not null)
                call.Refuse(failure);
            else
                Forward(call);
        }
        _parts?.Ended.TrySetResult();
    }

    private void Forward(Call call)
    {
        if (call is TickCall)
            return;
        if (_parts is { WasValid: false } && ++call.Forwards > MostForwards)
        {
            call.Refuse(new OrleansMessageRejectionException($"{GrainId} deactivates itself in OnActivateAsync, again and again: {_parts.Reason}"));
            return;
        }
        while (!_class.Find(Key).Receive(call))
        {
        }
    }

    private void StopTimers()
    {
        IGrainTimer[] timers;
        lock (_gate)
        {
            if (_parts?.Timers is not { } running)
                return;
            timers = [.. running];
            _parts.Timers = null;
        }
        foreach (var timer in timers)
            timer.Dispose();
    }

    private async Task DisposeAsync()
    {
        try
        {
            if (GrainInstance is IAsyncDisposable later)
                await later.DisposeAsync();
            else if (GrainInstance is IDisposable now)
                now.Dispose();
            if (_parts is { } parts)
                await parts.DisposeServicesAsync();
        }
        catch (Exception failure)
        {
            _class.Engine.Log.DeactivationFailed(GrainId, failure);
        }
    }
}
