using System.Collections.Immutable;

namespace Aggregation.Ledger.Seals;

/// <summary>What an open ledger seals its rows with, and what it once did.</summary>
/// <param name="Epoch">The number of the epoch.</param>
/// <param name="Key">Its key.</param>
/// <param name="Keys">Every key that is set, by its fingerprint.</param>
/// <param name="EpochMac">The MAC of the epoch, which every line of the file of heads names.</param>
internal sealed record LedgerSeal(int Epoch, SealKey Key, ImmutableDictionary<string, SealKey> Keys, byte[] EpochMac)
{
    /// <summary>Makes what seals rows, for one thread.</summary>
    public RowSealer NewSealer() => new(Epoch, Key);
}
