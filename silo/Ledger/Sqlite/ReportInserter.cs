using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Text;

namespace Aggregation.Ledger;

/// <summary>
/// Inserts the rows of appends in the writer's open transaction. It remembers every unit's head, so that an append that is fenced is told apart
/// without a statement and a row costs one; the unique index stands behind it.
/// </summary>
internal sealed class ReportInserter(TimeProvider time)
{
    private readonly Dictionary<int, int> heads = [];
    private long lastRecordedAt = long.MinValue;
    private long dataVersion = long.MinValue;
    private string reporter = "";
    private byte[] reporterUtf8 = [];

    /// <summary>Forgets what it remembers: the next transaction reads it anew.</summary>
    public void Forget()
    {
        heads.Clear();
        dataVersion = long.MinValue;
    }

    /// <summary>Inserts a group of appends and counts the rows; those that are fenced leave nothing behind.</summary>
    public int Insert(SqliteSession session, ReadOnlySpan<PendingAppend> group)
    {
        CatchUp(session);
        var now = Instant.ToMicroseconds(time.GetUtcNow());
        var insert = session["INSERT INTO report (unit, sequence, effective_on, recorded_at, reporter, idempotency_key, withdraws, payload) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"];
        var inserted = 0;
        foreach (var pending in group)
        {
            var append = pending.Append;
            ref var head = ref HeadOf(session, append.UnitId);
            if (append.FirstSequence != head + 1)
            {
                pending.Note(new LedgerFencedException(append.UnitId, append.FirstSequence));
                continue;
            }

            pending.Note(exception: null);
            insert.Bind(1, (long)append.UnitId);
            for (var row = 0; row < append.Rows.Length; row++)
            {
                lastRecordedAt = Math.Max(lastRecordedAt + 1, now);
                Insert(insert, append, row, pending.Payloads[row]);
                pending.Note(row, Instant.FromMicroseconds(lastRecordedAt));
            }

            head += append.Rows.Length;
            inserted += append.Rows.Length;
        }

        return inserted;
    }

    private void Insert(SqliteStatement insert, LedgerAppend append, int row, byte[] payload)
    {
        ref readonly var entry = ref append.Rows.ItemRef(row);
        insert
            .Bind(2, (long)append.FirstSequence + row)
            .Bind(3, (long)Instant.ToNumber(entry.Report.EffectiveOn))
            .Bind(4, lastRecordedAt)
            .BindUtf8(5, Utf8OfReporter(entry.Reporter))
            .Bind(6, entry.Report.IdempotencyKey)
            .Bind(7, entry.Report.Withdraws)
            .BindUtf8(8, payload)
            .Run();
    }

    // Somebody may have mended the file by hand since the last transaction; SQLite tells by this number.
    private void CatchUp(SqliteSession session)
    {
        var current = session.ReadNumber("PRAGMA data_version") ?? 0;
        if (current == dataVersion)
            return;
        Forget();
        dataVersion = current;
        var stored = session.ReadNumber("SELECT recorded_at FROM report ORDER BY position DESC LIMIT 1") ?? long.MinValue;
        lastRecordedAt = Math.Max(lastRecordedAt, stored);
    }

    private ref int HeadOf(SqliteSession session, int unitId)
    {
        ref var head = ref CollectionsMarshal.GetValueRefOrAddDefault(heads, unitId, out var known);
        if (!known)
        {
            var probe = session["SELECT max(sequence) FROM report WHERE unit = ?"].Bind(1, (long)unitId);
            probe.Step();
            head = (int)probe.Number(0);
            probe.Reset();
        }

        return ref head;
    }

    private byte[] Utf8OfReporter(string value)
    {
        if (!string.Equals(value, reporter, StringComparison.Ordinal))
        {
            reporter = value;
            reporterUtf8 = Encoding.UTF8.GetBytes(value);
        }

        return reporterUtf8;
    }
}
