using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Security.Cryptography;

namespace Aggregation.Ledger.Seals;

/// <summary>
/// What becomes of the records beside the reports when a ledger is opened. Those from before there were MACs are taken as genuine, once;
/// when the seal key changes, those that were genuine stay so, and no others.
/// </summary>
/// <param name="table">The records, in the transaction that opens the ledger.</param>
/// <param name="key">The key that seals from now on.</param>
/// <param name="before">The key that sealed before; null where there was none.</param>
internal sealed class RecordAdoption(IRecordTable table, SealKey key, SealKey? before)
{
    /// <summary>Sees to every kind.</summary>
    /// <param name="signed">The kinds that are signed in the file of heads: their sets were there.</param>
    /// <param name="isAsked">True to take all records as genuine, whatever became of them (<c>Ledger:AdoptRecords</c>).</param>
    /// <returns>How many records were taken as genuine, by kind; kinds of which none was are left out.</returns>
    public ImmutableSortedDictionary<string, long> Run(IReadOnlySet<string> signed, bool isAsked)
    {
        var adopted = ImmutableSortedDictionary.CreateBuilder<string, long>(StringComparer.Ordinal);
        foreach (var kind in RecordKind.All)
        {
            table.Lock(kind);
            var set = table.ReadSet(kind);
            if (isAsked || (set is null && !signed.Contains(kind)))
            {
                if (Adopt(kind, set) is > 0 and var count)
                    adopted[kind] = count;
            }
            else if (before is not null && before.Fingerprint != key.Fingerprint)
            {
                GoOver(kind, set, before);
            }
        }

        return adopted.ToImmutable();
    }

    // A record that cannot be read stays without a MAC, and what is only a MAC goes.
    private int Adopt(string kind, RecordSet? set)
    {
        var stored = table.Read(kind);
        var fitting = stored.Count(record => RecordSeals.IsGenuine(record.Record, record.Mac, key));
        var records = stored.Where(record => record.Record is not null)
            .Select(record => (record.Id, Mac: RecordSeals.MacOf(record.Record!, key)))
            .ToList();
        var digest = RecordSet.DigestOf(records.Select(record => record.Mac));
        if (set is not null && set.IsGenuine(key) && set.Digest.AsSpan().SequenceEqual(digest))
            return 0;
        Replace(kind, records, RecordSet.After(set, kind, digest, key));
        return Math.Max(1, records.Count - fitting) - (set is null && records.Count == 0 ? 1 : 0);
    }

    private void GoOver(string kind, RecordSet? set, SealKey old)
    {
        var stored = table.Read(kind);
        var isIntact = set is not null && set.IsGenuine(old)
            && CryptographicOperations.FixedTimeEquals(
                set.Digest,
                RecordSet.DigestOf(stored.Select(record => record.Mac).OfType<byte[]>()));
        var macs = stored
            .Where(record => record.Mac is not null)
            .Select(record => (record.Id, Mac: RecordSeals.IsGenuine(record.Record, record.Mac, old)
                ? RecordSeals.MacOf(record.Record!, key)
                : record.Mac!))
            .ToList();
        Replace(kind, macs, RecordSet.After(set, kind, isIntact ? RecordSet.DigestOf(macs.Select(record => record.Mac)) : null, key));
    }

    private void Replace(string kind, IEnumerable<(string Id, byte[] Mac)> macs, RecordSet set)
    {
        table.Clear(kind);
        foreach (var (id, mac) in macs)
            table.Save(kind, id, mac);
        table.Save(set);
    }
}
