using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Aggregation.Ledger.Seals;
using Npgsql;

namespace Aggregation.Ledger.Postgres;

/// <summary>The records beside the reports and their MACs, in a connection's open transaction.</summary>
internal sealed class PostgresRecords(NpgsqlConnection connection) : IRecordTable
{
    /// <inheritdoc/>
    public ImmutableArray<StoredRecord> Read(string kind)
    {
        var macs = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        using (var command = Command("SELECT id, mac FROM record_mac WHERE kind = $1", kind))
        using (var stored = command.ExecuteReader())
        {
            while (stored.Read())
                macs.Add(stored.GetString(0), stored.GetFieldValue<byte[]>(1));
        }

        var records = ReadRecords(kind).Select(record => record with { Mac = macs.Remove(record.Id, out var mac) ? mac : null }).ToList();
        records.AddRange(macs.Select(left => new StoredRecord(left.Key, null, left.Value, IsThere: false)));
        return [.. records.OrderBy(record => record.Id, StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public ImmutableArray<byte[]> ReadMacs(string kind)
    {
        using var command = Command("SELECT mac FROM record_mac WHERE kind = $1 ORDER BY id", kind);
        using var stored = command.ExecuteReader();
        var macs = ImmutableArray.CreateBuilder<byte[]>();
        while (stored.Read())
            macs.Add(stored.GetFieldValue<byte[]>(0));
        return macs.DrainToImmutable();
    }

    /// <inheritdoc/>
    public RecordSet? ReadSet(string kind)
    {
        using var command = Command("SELECT version, digest, mac FROM record_set WHERE kind = $1", kind);
        using var stored = command.ExecuteReader();
        return stored.Read()
            ? new RecordSet(kind, stored.GetInt64(0), stored.GetFieldValue<byte[]>(1), stored.GetFieldValue<byte[]>(2))
            : null;
    }

    /// <inheritdoc/>
    public void Lock(string kind) => Run("SELECT pg_advisory_xact_lock($1)", AdvisoryLock.OfRecords(kind));

    /// <inheritdoc/>
    public void Save(string kind, string id, byte[] mac) =>
        Run("INSERT INTO record_mac (kind, id, mac) VALUES ($1, $2, $3) ON CONFLICT (kind, id) DO UPDATE SET mac = "
            + "excluded.mac", kind, id, mac);

    /// <inheritdoc/>
    public void Save(RecordSet set) => Run(
        "INSERT INTO record_set (kind, version, digest, mac) VALUES ($1, $2, $3, $4) ON CONFLICT (kind) DO UPDATE SET version = "
            + "excluded.version, digest = excluded.digest, mac = excluded.mac",
        set.Kind,
        set.Version,
        set.Digest,
        set.Mac);

    /// <inheritdoc/>
    public void Clear(string kind) => Run("DELETE FROM record_mac WHERE kind = $1", kind);

    private List<StoredRecord> ReadRecords(string kind) => kind switch
    {
        RecordKind.Key => PostgresAccessStore.ReadKeys(connection),
        RecordKind.Edition => PostgresUnitStore.ReadEditions(connection),
        RecordKind.Act => PostgresActStore.ReadActs(connection),
        _ => ReadMarks(),
    };

    private List<StoredRecord> ReadMarks()
    {
        using var command = Command("SELECT name FROM mark");
        using var stored = command.ExecuteReader();
        var marks = new List<StoredRecord>();
        while (stored.Read())
            marks.Add(new StoredRecord(stored.GetString(0), SealedRecord.OfMark(stored.GetString(0)), null));
        return marks;
    }

    private void Run(string sql, params object[] values)
    {
        using var command = Command(sql, values);
        command.ExecuteNonQuery();
    }

    private NpgsqlCommand Command(string sql, params object[] values)
    {
#pragma warning disable CA2100 // The statements are the program's own.
        var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
