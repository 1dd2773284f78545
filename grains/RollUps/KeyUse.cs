using System;

namespace Aggregation.Grains.RollUps;

/// <summary>The use of an idempotency key.</summary>
/// <param name="Sequence">The row's sequence.</param>
/// <param name="Content">Half of the digest of what the row says.</param>
internal readonly record struct KeyUse(int Sequence, ulong Content)
{
    /// <summary>The use of a key by a row.</summary>
    /// <param name="sequence">The row's sequence.</param>
    /// <param name="content">The digest of what it says.</param>
    public static KeyUse Of(int sequence, UInt128 content) => new(sequence, HalfOf(content));

    /// <summary>The half of a digest that is kept.</summary>
    public static ulong HalfOf(UInt128 digest) => (ulong)(digest >> 64);
}
