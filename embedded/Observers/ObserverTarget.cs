using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Embedded.Calls;
using Aggregation.Embedded.Hosting;
using Aggregation.Embedded.Turns;
using Orleans.Runtime;

namespace Aggregation.Embedded.Observers;

/// <summary>An object outside the grains, held weakly, and the notifications to it, one at a time on the thread pool.</summary>
internal sealed class ObserverTarget(Engine engine, string key, object observer) : ICallTarget, IThreadPoolWorkItem
{
    private readonly Lock _gate = new();
    private readonly WeakReference<object> _observer = new(observer);
    private CallQueue _waiting;
    private Call? _running;
    private bool _deleted;

    public string Key => key;

    /// <summary>Whether the object was deleted or garbage collected.</summary>
    public bool IsDead => Volatile.Read(ref _deleted) || !_observer.TryGetTarget(out _);

    public override string ToString() => $"observer/{key}";

    public void Delete() => Volatile.Write(ref _deleted, value: true);

    public bool Receive(Call call)
    {
        call.Target = this;
        if (IsDead)
        {
            Refuse(call);
            return true;
        }
        lock (_gate)
        {
            _waiting.Add(call);
            if (_running is not null)
                return true;
            _running = _waiting.Take();
        }
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: true);
        return true;
    }

    public bool End(Call call)
    {
        lock (_gate)
        {
            _running = _waiting.Head is null ? null : _waiting.Take();
            if (_running is null)
                return false;
        }
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: true);
        return false;
    }

    public void Lose(Call call, Exception failure) => engine.Log.CallLost(call.Describe(), failure);

    /// <summary>Adds the notifications that somebody still awaits.</summary>
    public void CopyCalls(List<Call> calls)
    {
        lock (_gate)
        {
            if (_running is { IsClaimed: false })
                calls.Add(_running);
            for (var call = _waiting.Head; call is not null; call = call.Next)
            {
                if (!call.IsClaimed)
                    calls.Add(call);
            }
        }
    }

    void IThreadPoolWorkItem.Execute()
    {
        var call = _running!;
        if (call.IsDropped)
        {
            End(call);
        }
        else if (!Volatile.Read(ref _deleted) && _observer.TryGetTarget(out var target))
        {
            call.RunFirstTurn(Worker.OfThisThread(), target, TaskScheduler.Default);
        }
        else
        {
            Refuse(call);
            End(call);
        }
    }

    private void Refuse(Call call)
    {
        var dead = new ClientNotAvailableException(GrainId.Create(References.InterfaceEntry.ObserverGrainType, key));
        if (call.IsUnheard)
            Lose(call, dead);
        else
            call.Refuse(dead);
    }
}
