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
        where T : IAddressable => argument switch
        {
            null or GrainReference => argument!,
            IGrainBase => argument.AsReference<T>(),
            _ => throw new NotSupportedException(
                $"{argument.GetType()} cannot be passed as {typeof(T)}: pass the reference that CreateObjectReference makes of it."),
        };
}
