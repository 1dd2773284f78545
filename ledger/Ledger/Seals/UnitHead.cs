using System;

namespace Aggregation.Ledger.Seals;

/// <summary>A unit's last row as the writer remembers it, so that the next one can follow it. Used by the writer's thread.</summary>
/// <param name="identity">Whose rows they are.</param>
internal sealed class UnitHead(UnitIdentity identity)
{
    private readonly byte[] seal = new byte[RowSealer.Length];
    private int length;

    /// <summary>Whose rows they are.</summary>
    public UnitIdentity Identity { get; } = identity;

    /// <summary>The last row's number; 0 while there is none.</summary>
    public int Sequence { get; set; }

    /// <summary>When it was recorded, in microseconds since 1970-01-01 UTC; 0 while there is none.</summary>
    public long RecordedAt { get; set; }

    /// <summary>Its seal; empty while there is none.</summary>
    public ReadOnlySpan<byte> Seal => seal.AsSpan(0, length);

    /// <summary>Takes a seal that was read; what is no seal counts as none.</summary>
    public void SetSeal(ReadOnlySpan<byte> read)
    {
        length = read.Length == RowSealer.Length ? read.Length : 0;
        read[..length].CopyTo(seal);
    }

    /// <summary>Seals the row that follows, whose seal is <see cref="Seal"/> from then on.</summary>
    public void SealNext(RowSealer sealer, in SealedRow row)
    {
        sealer.Seal(row, Seal, seal);
        length = RowSealer.Length;
    }
}
