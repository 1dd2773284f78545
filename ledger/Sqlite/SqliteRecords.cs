using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Aggregation.Ledger.Seals;

namespace Aggregation.Ledger.Sqlite;

/// <summary>The records beside the reports and their MACs, in a session's open transaction.</summary>
internal sealed class SqliteRecords(SqliteSession session) : IRecordTable
{
    /// <inheritdoc/>
    public ImmutableArray<StoredRecord> Read(string kind)
    {
        var macs = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        var stored = session["SELECT id, mac FROM record_mac WHERE kind = ?"].Bind(1, kind);
        while (stored.Step())
            macs.Add(stored.Text(0), stored.Bytes(1).ToArray());
        var records = ReadRecords(kind).Select(record => record with { Mac = macs.Remove(record.Id, out var mac) ? mac : null }).ToList();
        records.AddRange(macs.Select(left => new StoredRecord(left.Key, null, left.Value, IsThere: false)));
        return [.. records.OrderBy(record => record.Id, StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public ImmutableArray<byte[]> ReadMacs(string kind)
    {
        var macs = ImmutableArray.CreateBuilder<byte[]>();
        var stored = session["SELECT mac FROM record_mac WHERE kind = ? ORDER BY id"].Bind(1, kind);
        while (stored.Step())
            macs.Add(stored.Bytes(0).ToArray());
        return macs.DrainToImmutable();
    }

    /// <inheritdoc/>
    public RecordSet? ReadSet(string kind)
    {
        var stored = session["SELECT version, digest, mac FROM record_set WHERE kind = ?"].Bind(1, kind);
        var set = stored.Step() ? new RecordSet(kind, stored.Number(0), stored.Bytes(1).ToArray(), stored.Bytes(2).ToArray()) : null;
        stored.Reset();
        return set;
    }

    /// <summary>Nobody else writes the file.</summary>
    public void Lock(string kind)
    {
    }

    /// <inheritdoc/>
    public void Save(
        string kind,
        string id,
        byte[] mac) => session["INSERT INTO record_mac (kind, id, mac) VALUES (?, ?, ?) ON CONFLICT (kind, id) DO UPDATE SET mac = "
            + "excluded.mac"]
        .Bind(1, kind)
        .Bind(2, id)
        .BindBlob(3, mac)
        .Run();

    /// <inheritdoc/>
    public void Save(RecordSet set) =>
        session["INSERT INTO record_set (kind, version, digest, mac) VALUES (?, ?, ?, ?) ON CONFLICT (kind) DO UPDATE SET version = "
            + "excluded.version, digest = excluded.digest, mac = excluded.mac"]
            .Bind(1, set.Kind)
            .Bind(2, set.Version)
            .BindBlob(3, set.Digest)
            .BindBlob(4, set.Mac)
            .Run();

    /// <inheritdoc/>
    public void Clear(string kind) => session["DELETE FROM record_mac WHERE kind = ?"].Bind(1, kind).Run();

    private List<StoredRecord> ReadRecords(string kind) => kind switch
    {
        RecordKind.Key => SqliteAccessStore.ReadKeys(session),
        RecordKind.Edition => SqliteUnitStore.ReadEditions(session),
        RecordKind.Act => SqliteActStore.ReadActs(session),
        _ => ReadMarks(),
    };

    private List<StoredRecord> ReadMarks()
    {
        var marks = new List<StoredRecord>();
        var stored = session["SELECT name FROM mark"];
        while (stored.Step())
            marks.Add(new StoredRecord(stored.Text(0), SealedRecord.OfMark(stored.Text(0)), null));
        return marks;
    }
}
