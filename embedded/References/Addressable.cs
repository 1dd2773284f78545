using System;
using Orleans;
using Orleans.Runtime;

namespace Aggregation.Embedded.References;

/// <summary>What may be passed where an interface of a grain or an observer is expected.</summary>
internal static class Addressable
{
    /// <summary>Passes references on and turns a grain into a reference to itself.</summary>
    /// <exception cref="NotSupportedException">The argument is an object, not a reference to it.</exception>
    public static T Check<T>(T argument)
        where T : IAddressable => argument is null or GrainReference ? argument! : (T)Check(argument, typeof(T))!;

    /// <summary>The same for a value whose type is known at run time only.</summary>
    /// <exception cref="NotSupportedException">The value is an object, not a reference to it.</exception>
    public static object? Check(object? value, Type type) => value switch
    {
        null or GrainReference => value,
        IGrainBase { GrainContext: { } context } => context.GrainReference.Cast(type),
        _ => throw new NotSupportedException(
            $"{value.GetType()} cannot be passed as {type}: pass the reference that CreateObjectReference makes of it."),
    };
}
