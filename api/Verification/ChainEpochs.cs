using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Aggregation.Ledger.Seals;

namespace Aggregation.Api.Verification;

/// <summary>Which key each row must be sealed with. Used by one thread.</summary>
internal sealed class ChainEpochs : IDisposable
{
    private readonly ImmutableArray<SealEpoch> epochs;
    private readonly Dictionary<long, int>[] heads;
    private readonly RowSealer?[] sealers;

    /// <summary>Takes the epochs of a ledger, the first one first, and the keys that are set.</summary>
    /// <param name="stored">The epochs.</param>
    /// <param name="keys">The keys by their fingerprints.</param>
    /// <param name="faults">Told of epochs that are not genuine.</param>
    public ChainEpochs(ImmutableArray<SealEpoch> stored, ImmutableDictionary<string, SealKey> keys, ChainFaults faults)
    {
        epochs = stored;
        heads = [.. stored.Select(epoch => UnitHeads.Read(epoch.Heads))];
        sealers = new RowSealer?[stored.Length];
        for (var place = 0; place < stored.Length; place++)
        {
            var epoch = stored[place];
            if (!keys.TryGetValue(epoch.Fingerprint, out var key))
                continue;
            sealers[place] = new RowSealer(epoch.Number, key);
            if (epoch.Number != place + 1 || !epoch.IsGenuine(key, place == 0 ? null : stored[place - 1]))
                faults.AddEpoch(epoch.Number, ChainFault.EpochChanged);
        }
    }

    /// <summary>The units that had rows when an epoch began.</summary>
    public IEnumerable<long> Units => heads.SelectMany(units => units.Keys);

    /// <summary>The units with rows from before the ledger was sealed, and the first of each that has a seal.</summary>
    public IEnumerable<(long Unit, long First)> PartlyProved => epochs.IsEmpty ? [] : heads[0].Select(unit => (unit.Key, unit.Value + 1L));

    /// <summary>The last row of a unit that any epoch began after: it was there.</summary>
    public int LastBefore(long unit) => epochs.IsEmpty ? 0 : heads.Max(units => units.GetValueOrDefault(unit));

    /// <summary>The last row of a unit from before the ledger was sealed.</summary>
    public long LastUnsealed(long unit) => epochs.IsEmpty ? long.MaxValue : heads[0].GetValueOrDefault(unit);

    /// <summary>What a row must be sealed with.</summary>
    /// <returns>False where its key is not set.</returns>
    public bool TryGetSealer(long unit, long sequence, out RowSealer sealer)
    {
        var place = epochs.Length - 1;
        while (place > 0 && sequence <= heads[place].GetValueOrDefault(unit))
            place--;
        sealer = sealers[place]!;
        return sealer is not null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var sealer in sealers)
            sealer?.Dispose();
    }
}
