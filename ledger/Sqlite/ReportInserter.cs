using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Text;
using Aggregation.Ledger.Seals;

namespace Aggregation.Ledger.Sqlite;

/// <summary>
/// Inserts the rows of appends in the writer's open transaction. It remembers every unit's head, so that an append that is fenced is told
/// apart without a statement and a row costs one; the unique index stands behind it.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="sealer">Seals every row; null to leave them unsealed.</param>
internal sealed class ReportInserter(TimeProvider time, RowSealer? sealer) : IDisposable
{
    private readonly Dictionary<int, UnitHead?> heads = [];
    private long lastPosition;
    private long lastRecordedAt = long.MinValue;
    private long dataVersion = long.MinValue;
    private string reporter = "";
    private byte[] reporterUtf8 = [];
    private byte[] keyUtf8 = new byte[256];

    /// <summary>Forgets what it remembers: the next transaction reads it anew.</summary>
    public void Forget()
    {
        heads.Clear();
        dataVersion = long.MinValue;
    }

    /// <inheritdoc/>
    public void Dispose() => sealer?.Dispose();

    /// <summary>Inserts a group of appends and counts the rows; those that are fenced leave nothing behind.</summary>
    public int Insert(SqliteSession session, ReadOnlySpan<PendingAppend> group)
    {
        CatchUp(session);
        var now = Instant.ToMicroseconds(time.GetUtcNow());
        var insert =
            session["INSERT INTO report (position, unit, sequence, effective_on, recorded_at, reporter, idempotency_key, withdraws, "
                + "payload, seal) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"];
        var inserted = 0;
        foreach (var pending in group)
        {
            var append = pending.Append;
            var head = HeadOf(session, append.UnitId);
            if (append.FirstSequence != head.Sequence + 1)
            {
                pending.Note(new LedgerFencedException(append.UnitId, append.FirstSequence));
                continue;
            }

            pending.Note(exception: null);
            for (var row = 0; row < append.Rows.Length; row++)
            {
                lastRecordedAt = Math.Max(lastRecordedAt + 1, now);
                lastPosition++;
                Insert(insert, head, append, row, pending.Payloads[row]);
                pending.Note(row, Instant.FromMicroseconds(lastRecordedAt));
            }

            inserted += append.Rows.Length;
        }

        return inserted;
    }

    private void Insert(SqliteStatement insert, UnitHead head, LedgerAppend append, int row, byte[] payload)
    {
        ref readonly var entry = ref append.Rows.ItemRef(row);
        var key = Utf8OfKey(entry.Report.IdempotencyKey);
        var sealing = new SealedRow
        {
            Unit = append.UnitId,
            Identity = head.Identity,
            Sequence = append.FirstSequence + row,
            Position = lastPosition,
            EffectiveOn = Instant.ToNumber(entry.Report.EffectiveOn),
            RecordedAt = lastRecordedAt,
            Withdraws = entry.Report.Withdraws,
            Reporter = Utf8OfReporter(entry.Reporter),
            IdempotencyKey = key,
            Payload = payload,
        };
        if (sealer is not null)
            head.SealNext(sealer, sealing);
        head.Sequence = append.FirstSequence + row;
        insert
            .Bind(1, sealing.Position)
            .Bind(2, sealing.Unit)
            .Bind(3, sealing.Sequence)
            .Bind(4, sealing.EffectiveOn)
            .Bind(5, sealing.RecordedAt)
            .BindUtf8(6, sealing.Reporter)
            .BindUtf8(7, sealing.IdempotencyKey)
            .Bind(8, entry.Report.Withdraws)
            .BindUtf8(9, sealing.Payload);
        (head.Seal.IsEmpty ? insert.BindNull(10) : insert.BindBlob(10, head.Seal)).Run();
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
        lastPosition = session.ReadNumber("SELECT max(position) FROM report") ?? 0;
    }

    private UnitHead HeadOf(SqliteSession session, int unitId)
    {
        ref var head = ref CollectionsMarshal.GetValueRefOrAddDefault(heads, unitId, out _);
        return head ??= ReadHead(session, unitId);
    }

    private UnitHead ReadHead(SqliteSession session, int unitId)
    {
        var head = new UnitHead(sealer is null ? UnitIdentity.Unknown : ReadIdentity(session, unitId));
        var probe = session["SELECT sequence, seal FROM report WHERE unit = ? ORDER BY sequence DESC LIMIT 1"].Bind(1, (long)unitId);
        if (!probe.Step())
            return head;
        head.Sequence = (int)probe.Number(0);
        if (sealer is not null)
            head.SetSeal(probe.Bytes(1));
        probe.Reset();
        return head;
    }

    private static UnitIdentity ReadIdentity(SqliteSession session, int unitId)
    {
        var probe = session["SELECT edition, code FROM unit WHERE id = ?"].Bind(1, (long)unitId);
        if (!probe.Step())
            return UnitIdentity.Unknown;
        var identity = new UnitIdentity(probe.Text(0), probe.Text(1));
        probe.Reset();
        return identity;
    }

    private ReadOnlySpan<byte> Utf8OfKey(string value)
    {
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (most > keyUtf8.Length)
            keyUtf8 = new byte[most];
        return keyUtf8.AsSpan(0, Encoding.UTF8.GetBytes(value, keyUtf8));
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
