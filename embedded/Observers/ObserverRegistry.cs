using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using Aggregation.Embedded.Hosting;
using Orleans.Runtime;

namespace Aggregation.Embedded.Observers;

/// <summary>The observers of one engine.</summary>
internal sealed class ObserverRegistry(Engine engine)
{
    private readonly ConcurrentDictionary<string, ObserverTarget> _targets = new(StringComparer.Ordinal);

    public ICollection<ObserverTarget> All => _targets.Values;

    public GrainReference Refer(Type observerInterface, object observer)
    {
        var target = new ObserverTarget(engine, Guid.NewGuid().ToString("N"), observer);
        _targets[target.Key] = target;
        return engine.Interfaces.OfObserver(observerInterface).Refer(target.Key, target);
    }

    public void Delete(ObserverTarget target)
    {
        target.Delete();
        _targets.TryRemove(target.Key, out _);
    }

    /// <summary>Forgets what was garbage collected.</summary>
    public void Sweep()
    {
        foreach (var (_, target) in _targets)
        {
            if (target.IsDead)
                Delete(target);
        }
    }
}
