using System;
using System.Collections.Immutable;
using System.Linq;
using Aggregation.Ledger.Seals;
using Microsoft.Extensions.Logging.Abstractions;

namespace Aggregation.Ledger.Sqlite;

/// <summary>The seal epochs of a file. Begun by the one process that holds the file's lock, before it writes anything else.</summary>
internal static class SqliteSealing
{
    /// <summary>Goes on with the file's epoch, or begins the next one.</summary>
    /// <exception cref="LedgerStartException">The key that the file was sealed with is not set, or a new epoch needs to be asked
    /// for.</exception>
    public static LedgerSeal? Open(SqliteSession session, SqliteLedgerOptions options, TimeProvider time) => session.Transact(transaction =>
    {
        var epochs = Read(transaction);
        var last = epochs.IsEmpty ? null : epochs[^1];
        var (seal, begun) = SealStart.Run(options, last, key => Begin(transaction, last, key, time));
        if (seal is null)
            return null;
        var adopted = new RecordAdoption(new SqliteRecords(transaction), seal.Key, last is null ? null : seal.Keys[last.Fingerprint])
            .Run(HeadsReading.Read(options.Heads, seal.Keys).Sets.Keys.ToHashSet(StringComparer.Ordinal), options.Seal.AdoptRecords);
        var records = new RecordSeals(seal.Key, NullLogger.Instance);
        if (begun is not null)
            SqliteActStore.Insert(transaction, records, SealActs.Changed(begun, options.Heads.IsSigned, time));
        if (!adopted.IsEmpty)
            SqliteActStore.Insert(transaction, records, SealActs.Adopted(adopted, time));
        return seal;
    });

    /// <summary>Every epoch, the first one first.</summary>
    public static ImmutableArray<SealEpoch> Read(SqliteSession session)
    {
        var epochs = ImmutableArray.CreateBuilder<SealEpoch>();
        var stored = session["SELECT number, fingerprint, began_at, heads, mac FROM seal_epoch ORDER BY number"];
        while (stored.Step())
            epochs.Add(new SealEpoch(
                (int)stored.Number(0),
                stored.Text(1),
                stored.Number(2),
                stored.Bytes(3).ToArray(),
                stored.Bytes(4).ToArray()));
        return epochs.DrainToImmutable();
    }

    private static SealEpoch Begin(SqliteSession transaction, SealEpoch? last, SealKey key, TimeProvider time)
    {
        var begun = SealEpoch.Begin(last, key, time.GetUtcNow(), new HeadReader(time).Read(transaction));
        transaction["INSERT INTO seal_epoch (number, fingerprint, began_at, heads, mac) VALUES (?, ?, ?, ?, ?)"]
            .Bind(1, (long)begun.Number)
            .Bind(2, begun.Fingerprint)
            .Bind(3, begun.BeganAt)
            .BindBlob(4, begun.Heads)
            .BindBlob(5, begun.Mac)
            .Run();
        return begun;
    }
}
