using System;

namespace Aggregation.Ledger.Seals;

/// <summary>A unit's row and its seal: with the seal all rows before it are known.</summary>
/// <param name="Unit">The unit's id.</param>
/// <param name="Sequence">The row.</param>
/// <param name="Seal">Its seal, <see cref="RowSealer.Length"/> bytes.</param>
internal sealed record SealedHead(int Unit, int Sequence, byte[] Seal)
{
    /// <summary>True when it is the same row with the same seal.</summary>
    public bool IsSame(SealedHead? other) =>
        other is not null && (Unit, Sequence) == (other.Unit, other.Sequence) && Seal.AsSpan().SequenceEqual(other.Seal);
}
