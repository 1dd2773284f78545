using System;
using System.Collections.Immutable;
using System.Linq;
using Aggregation.Ledger.Seals;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Aggregation.Ledger.Postgres;

/// <summary>The seal epochs of a database. Several silos may start at once: they take turns.</summary>
internal static class PostgresSealing
{
    /// <summary>
    /// Goes on with the database's epoch, or begins the next one; appends wait meanwhile, and those of silos with an older key fail from
    /// then on.
    /// </summary>
    /// <exception cref="LedgerStartException">The key that the database was sealed with is not set, or a new epoch needs to be asked
    /// for.</exception>
    public static LedgerSeal? Open(NpgsqlConnection connection, PostgresLedgerOptions options, TimeProvider time)
    {
        using var transaction = connection.BeginTransaction();
        Lock(connection, AdvisoryLock.Schema);
        var epochs = Read(connection);
        var last = epochs.IsEmpty ? null : epochs[^1];
        var (seal, begun) = SealStart.Run(options, last, key => Begin(connection, last, key, time));
        if (seal is not null)
            Adopt(connection, options, seal, last, begun, time);
        transaction.Commit();
        return seal;
    }

    /// <summary>Every epoch, the first one first.</summary>
    public static ImmutableArray<SealEpoch> Read(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(
            "SELECT number, fingerprint, began_at, heads, mac FROM seal_epoch ORDER BY number",
            connection);
        using var stored = command.ExecuteReader();
        var epochs = ImmutableArray.CreateBuilder<SealEpoch>();
        while (stored.Read())
            epochs.Add(new SealEpoch(
                stored.GetInt32(0),
                stored.GetString(1),
                stored.GetInt64(2),
                stored.GetFieldValue<byte[]>(3),
                stored.GetFieldValue<byte[]>(4)));
        return epochs.DrainToImmutable();
    }

    private static SealEpoch Begin(NpgsqlConnection connection, SealEpoch? last, SealKey key, TimeProvider time)
    {
        Lock(connection, AdvisoryLock.Appends);
        var begun = SealEpoch.Begin(last, key, time.GetUtcNow(), HeadQuery.Read(connection, time));
        using var insertion = new NpgsqlCommand(
            "INSERT INTO seal_epoch (number, fingerprint, began_at, heads, mac) VALUES ($1, $2, $3, $4, $5)",
            connection)
        {
            Parameters =
            {
                new() { Value = begun.Number },
                new() { Value = begun.Fingerprint },
                new() { Value = begun.BeganAt },
                new() { Value = begun.Heads },
                new() { Value = begun.Mac },
            },
        };
        insertion.ExecuteNonQuery();
        return begun;
    }

    private static void Adopt(
        NpgsqlConnection connection,
        PostgresLedgerOptions options,
        LedgerSeal seal,
        SealEpoch? last,
        SealEpoch? begun,
        TimeProvider time)
    {
        var adopted = new RecordAdoption(new PostgresRecords(connection), seal.Key, last is null ? null : seal.Keys[last.Fingerprint])
            .Run(HeadsReading.Read(options.Heads, seal.Keys).Sets.Keys.ToHashSet(StringComparer.Ordinal), options.Seal.AdoptRecords);
        var records = new RecordSeals(seal.Key, NullLogger.Instance);
        if (begun is not null)
            PostgresActStore.Insert(connection, records, SealActs.Changed(begun, options.Heads.IsSigned, time));
        if (!adopted.IsEmpty)
            PostgresActStore.Insert(connection, records, SealActs.Adopted(adopted, time));
    }

    private static void Lock(NpgsqlConnection connection, long number)
    {
        using var command = new NpgsqlCommand("SELECT pg_advisory_xact_lock($1)", connection) { Parameters = { new() { Value = number } } };
        command.ExecuteNonQuery();
    }
}
