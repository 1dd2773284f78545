using System;
using Aggregation.Embedded.Hosting;
using Aggregation.Embedded.Observers;
using Aggregation.Embedded.Turns;
using Orleans;
using Orleans.Runtime;

namespace Aggregation.Embedded.References;

/// <summary>Makes references in one engine.</summary>
internal sealed class GrainFactory(Engine engine) : IClusterClient
{
    public IServiceProvider ServiceProvider => engine.Services;

    public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey
    {
        if (string.IsNullOrWhiteSpace(primaryKey))
            ArgumentException.ThrowIfNullOrWhiteSpace(primaryKey);
        var entry = engine.Interfaces.Of(typeof(TGrainInterface));
        if (!string.IsNullOrWhiteSpace(grainClassNamePrefix)
            && !entry.Class!.Type.FullName!.StartsWith(grainClassNamePrefix, StringComparison.Ordinal))
        {
            throw new ArgumentException($"No grain class whose name begins with {grainClassNamePrefix} implements {entry.Name}.", nameof(grainClassNamePrefix));
        }
        return (TGrainInterface)(object)entry.Refer(primaryKey, target: null);
    }

    public IGrain GetGrain(Type grainInterfaceType, string grainPrimaryKey)
    {
        ArgumentNullException.ThrowIfNull(grainInterfaceType);
        ArgumentException.ThrowIfNullOrWhiteSpace(grainPrimaryKey);
        return (IGrain)(object)engine.Interfaces.Of(grainInterfaceType).Refer(grainPrimaryKey, target: null);
    }

    public TGrainInterface GetGrain<TGrainInterface>(GrainId grainId)
        where TGrainInterface : IAddressable =>
        (TGrainInterface)(object)engine.Interfaces.Of(grainId.Type, typeof(TGrainInterface)).Refer(grainId.Key.ToString(), target: null);

    public TGrainObserverInterface CreateObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver
    {
        ArgumentNullException.ThrowIfNull(obj);
        if (Worker.Current?.Activation is not null)
            throw new InvalidOperationException("A grain cannot make an object reference; it passes itself on by AsReference.");
        if (obj is GrainReference)
            throw new ArgumentException("The argument is a reference already.", nameof(obj));
        if (obj is Grain)
            throw new ArgumentException("The argument is a grain; it passes itself on by AsReference.", nameof(obj));
        if (obj is not TGrainObserverInterface)
            throw new ArgumentException($"{obj.GetType()} does not implement {typeof(TGrainObserverInterface)}.", nameof(obj));
        return (TGrainObserverInterface)(object)engine.Observers.Refer(typeof(TGrainObserverInterface), obj);
    }

    public void DeleteObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver
    {
        if (obj is not GrainReference { Target: ObserverTarget target })
            throw new ArgumentException("The argument is no reference made by CreateObjectReference.", nameof(obj));
        engine.Observers.Delete(target);
    }
}
