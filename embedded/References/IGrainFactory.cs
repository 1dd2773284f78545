using System;
using Orleans.Runtime;

namespace Orleans;

/// <summary>Makes references to grains and to observers. String keys only.</summary>
public interface IGrainFactory
{
    /// <summary>A reference to the grain with a key; the grain is not activated by it.</summary>
    /// <exception cref="ArgumentException">The key is empty, or no grain class implements the interface.</exception>
    TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey;

    /// <summary>A reference to the grain with a key, by the type of its interface.</summary>
    /// <exception cref="ArgumentException">The key is empty, or no grain class implements the interface.</exception>
    IGrain GetGrain(Type grainInterfaceType, string grainPrimaryKey);

    /// <summary>A reference to the grain of an identity.</summary>
    /// <exception cref="ArgumentException">No grain class has that type or implements the interface.</exception>
    TGrainInterface GetGrain<TGrainInterface>(GrainId grainId)
        where TGrainInterface : IAddressable;

    /// <summary>
    /// A reference through which grains can notify <paramref name="obj"/>. The object is held weakly: keep it alive.
    /// </summary>
    /// <exception cref="ArgumentException">The object is a grain or a reference, or no such observer.</exception>
    /// <exception cref="InvalidOperationException">The caller is a grain.</exception>
    TGrainObserverInterface CreateObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver;

    /// <summary>Ends a reference made by <see cref="CreateObjectReference{TGrainObserverInterface}"/>.</summary>
    /// <exception cref="ArgumentException">The argument is no such reference.</exception>
    void DeleteObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver;
}
