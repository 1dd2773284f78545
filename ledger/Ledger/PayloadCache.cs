using System;
using System.Runtime.InteropServices;
using Aggregation.Domain.Reports;

namespace Aggregation.Ledger;

/// <summary>
/// Reads payloads, and reads one that it meets again only once: many communes report the same small figures, and figures are immutable,
/// so one object can stand for all of them. Used by one thread.
/// </summary>
internal sealed class PayloadCache
{
    private const int Slots = 4096;
    private const int LongestKept = 512;

    private readonly Slot[] slots = new Slot[Slots];

    /// <summary>The figures of a payload.</summary>
    public Figures Read(ReadOnlySpan<byte> payload)
    {
        if (payload.Length <= 2)
            return FiguresJson.Read(payload);
        // The hash of strings is the fastest there is for bytes as well; it leaves out an odd last byte, which is always '}'.
        var hash = string.GetHashCode(MemoryMarshal.Cast<byte, char>(payload), StringComparison.Ordinal);
        ref var slot = ref slots[hash & (Slots - 1)];
        if (slot.Hash == hash && slot.Figures is not null && payload.SequenceEqual(slot.Payload))
            return slot.Figures;

        var figures = FiguresJson.Read(payload);
        // The first meeting leaves only the hash: payloads that never come again are not worth a copy.
        var again = slot.Hash == hash && payload.Length <= LongestKept;
        slot = again ? new Slot(hash, payload.ToArray(), figures) : new Slot(hash, null, null);
        return figures;
    }

    private readonly record struct Slot(int Hash, byte[]? Payload, Figures? Figures);
}
