using System;
using Aggregation.Embedded.Activations;
using Orleans.Runtime;

namespace Orleans;

/// <summary>Keys and references of grains.</summary>
public static class GrainExtensions
{
    /// <summary>The key of a grain or of a reference.</summary>
    /// <exception cref="ArgumentException">The argument is neither.</exception>
    public static string GetPrimaryKeyString(this IAddressable grain) => grain switch
    {
        GrainReference reference => reference.Key,
        Grain { GrainContext: Activation activation } => activation.Key,
        _ => grain.GetGrainId().Key.ToString(),
    };

    /// <summary>The identity of a grain or of a reference.</summary>
    /// <exception cref="ArgumentException">The argument is neither.</exception>
    public static GrainId GetGrainId(this IAddressable grain)
    {
        ArgumentNullException.ThrowIfNull(grain);
        return grain switch
        {
            GrainReference reference => reference.GrainId,
            IGrainBase { GrainContext: { } context } => context.GrainId,
            _ => throw NoGrain(grain),
        };
    }

    /// <summary>A reference of the given interface to the same grain; how a grain passes itself on.</summary>
    /// <exception cref="ArgumentException">The argument is no grain, or its class does not implement the interface.</exception>
    public static TGrainInterface AsReference<TGrainInterface>(this IAddressable grain)
    {
        ArgumentNullException.ThrowIfNull(grain);
        return grain switch
        {
            TGrainInterface reference when grain is GrainReference => reference,
            GrainReference other => (TGrainInterface)(object)other.Cast(typeof(TGrainInterface)),
            IGrainBase { GrainContext: { } context } => (TGrainInterface)(object)context.GrainReference.Cast(typeof(TGrainInterface)),
            _ => throw NoGrain(grain),
        };
    }

    /// <summary>The same as <see cref="AsReference{TGrainInterface}"/>.</summary>
    /// <exception cref="ArgumentException">The argument is no grain, or its class does not implement the interface.</exception>
    public static TGrainInterface Cast<TGrainInterface>(this IAddressable grain) => grain.AsReference<TGrainInterface>();

    private static ArgumentException NoGrain(IAddressable grain) => new(
        $"{grain.GetType().FullName} is neither a grain that the engine activated nor a reference.", nameof(grain));
}
