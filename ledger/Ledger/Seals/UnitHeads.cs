using System;
using System.Buffers.Binary;
using System.Collections.Generic;

namespace Aggregation.Ledger.Seals;

/// <summary>
/// The last sequence of every unit as it stands in a <see cref="SealEpoch"/>: unit and sequence in turn, four bytes each, the most
/// significant first.
/// </summary>
internal static class UnitHeads
{
    private const int Length = 8;

    /// <summary>Writes them in the order of the units.</summary>
    public static byte[] Write(LedgerHeads heads)
    {
        var written = new List<byte>();
        Span<byte> entry = stackalloc byte[Length];
        for (var unit = 0; unit < heads.Rows.Length; unit++)
        {
            if (heads.Rows[unit] == 0)
                continue;
            BinaryPrimitives.WriteInt32BigEndian(entry, unit);
            BinaryPrimitives.WriteInt32BigEndian(entry[4..], heads.Rows[unit]);
            written.AddRange(entry);
        }

        return [.. written];
    }

    /// <summary>Reads them; what is no entry any more is left out.</summary>
    public static Dictionary<long, int> Read(ReadOnlySpan<byte> written)
    {
        var heads = new Dictionary<long, int>(written.Length / Length);
        for (; written.Length >= Length; written = written[Length..])
            heads[BinaryPrimitives.ReadInt32BigEndian(written)] = BinaryPrimitives.ReadInt32BigEndian(written[4..]);
        return heads;
    }
}
