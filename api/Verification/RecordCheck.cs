using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Aggregation.Contracts;
using Aggregation.Ledger.Seals;

namespace Aggregation.Api.Verification;

/// <summary>
/// Compares what is kept beside the reports with its MACs, with the sets and with the sets that were signed. Used by one thread.
/// </summary>
/// <param name="seal">The keys.</param>
/// <param name="heads">The signed heads; null where there are none.</param>
internal sealed class RecordCheck(LedgerSeal seal, HeadsReading? heads)
{
    private readonly List<RecordFault> faults = [];

    /// <summary>What is wrong, by kind and id.</summary>
    public ImmutableArray<RecordFault> Run(IRecordTable table)
    {
        foreach (var kind in RecordKind.All)
        {
            var stored = table.Read(kind);
            foreach (var record in stored)
            {
                if (FaultOf(record) is { } fault)
                    faults.Add(new RecordFault(kind, record.Id, fault));
            }

            CheckSet(kind, table.ReadSet(kind), [.. stored.Select(record => record.Mac).OfType<byte[]>()]);
        }

        return [.. faults];
    }

    private string? FaultOf(StoredRecord stored)
    {
        if (!stored.IsThere)
            return ChainFault.Missing;
        if (stored.Mac is null)
            return ChainFault.Unsealed;
        return RecordSeals.IsGenuine(stored.Record, stored.Mac, seal.Key) ? null : ChainFault.Changed;
    }

    private void CheckSet(string kind, RecordSet? set, byte[][] macs)
    {
        if (set is null)
            faults.Add(new RecordFault(kind, "", ChainFault.Missing));
        else if (!set.IsGenuine(seal.Key))
            faults.Add(new RecordFault(kind, "", ChainFault.Changed));
        else if (!set.Digest.AsSpan().SequenceEqual(RecordSet.DigestOf(macs)) || !FollowsSigned(set, macs))
            faults.Add(new RecordFault(kind, "", ChainFault.Replaced));
    }

    private bool FollowsSigned(RecordSet set, byte[][] macs)
    {
        if (heads?.Sets.GetValueOrDefault(set.Kind) is not { } signed)
            return true;
        if (!SignedSet.Of(set).Follows(signed))
            return false;
        // Acts are only added, so what was signed is still where it was; but for a new epoch, in which they have other MACs.
        return set.Kind != RecordKind.Act
            || heads.LastEpoch != Convert.ToHexStringLower(seal.EpochMac)
            || macs.Aggregate((Digest: RecordSet.Empty, Seen: false), (so, mac) => Step(RecordSet.Fold(so.Digest, mac), so.Seen)).Seen;

        (byte[] Digest, bool Seen) Step(byte[] digest, bool seen) => (digest, seen || digest.AsSpan().SequenceEqual(signed.Digest));
    }
}
