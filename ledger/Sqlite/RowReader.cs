using System;
using System.Collections.Generic;
using Aggregation.Domain.Reports;

namespace Aggregation.Ledger.Sqlite;

/// <summary>Reads rows in the session's open transaction and hands them to whoever selected them. Used by one thread.</summary>
internal sealed class RowReader
{
    private const int RowsBetweenLooks = 10_000;
    private const string ColumnsWithSenders = "unit, sequence, effective_on, recorded_at, withdraws, payload, reporter, idempotency_key";
    private const string ColumnsOfFold = "unit, sequence, effective_on, recorded_at, withdraws, payload";

    private readonly RowDelivery delivery = new();

    /// <summary>Reads for selections that know the same and want the same columns.</summary>
    public void Read(SqliteSession session, DateTimeOffset? knownAt, bool withSenders, List<PendingReading> readings)
    {
        var last = LastPosition(session, knownAt);
        delivery.Begin(readings);
        if (IsMany(session, delivery.WholeUnits))
            Scan(session, last, withSenders);
        else
            Probe(session, last, withSenders);
    }

    /// <summary>The position of the last row known at an instant; everything when none is given.</summary>
    public static long LastPosition(SqliteSession session, DateTimeOffset? knownAt)
    {
        if (knownAt is not { } instant)
            return long.MaxValue;

        // Rows are in the order of their recording, so the instant is found by halving.
        var wanted = Instant.ToMicroseconds(instant);
        var probe = session["SELECT position, recorded_at FROM report WHERE position <= ? ORDER BY position DESC LIMIT 1"];
        long known = 0;
        var unknown = (session.ReadNumber("SELECT max(position) FROM report") ?? 0) + 1;
        while (unknown - known > 1)
        {
            var middle = known + ((unknown - known) / 2);
            var (position, recordedAt) = probe.Bind(1, middle).Step() ? (probe.Number(0), probe.Number(1)) : (0, long.MinValue);
            probe.Reset();
            if (recordedAt <= wanted)
                known = middle;
            else
                unknown = position;
        }

        return known;
    }

    /// <summary>True when reading the whole ledger costs less than a probe of each of so many units.</summary>
    public static bool IsMany(SqliteSession session, int units) =>
        ManyUnits.AreMany(units, () => session.ReadNumber("SELECT count(*) FROM unit") ?? 0);

    private static string Columns(bool withSenders) => withSenders ? ColumnsWithSenders : ColumnsOfFold;

    private void Scan(SqliteSession session, long last, bool withSenders)
    {
        ReadWithdrawals(session["SELECT unit, withdraws, sequence FROM report INDEXED BY report_withdrawal WHERE withdraws IS NOT NULL "
            + "AND position <= ?"].Bind(
            1,
            last));
        var rows = session[$"SELECT {Columns(withSenders)} FROM report WHERE position <= ? ORDER BY position"].Bind(1, last);
        try
        {
            for (var row = 1; rows.Step(); row++)
            {
                if (delivery.IsWanted((int)rows.Number(0), (int)rows.Number(1)))
                    delivery.Deliver(Row(rows, withSenders));
                if (row % RowsBetweenLooks == 0 && !delivery.IsAnyOpen)
                    break;
            }
        }
        finally
        {
            rows.Reset();
        }
    }

    private void Probe(SqliteSession session, long last, bool withSenders)
    {
        var taken = session["SELECT unit, withdraws, sequence FROM report INDEXED BY report_withdrawal WHERE unit = ? AND withdraws IS "
            + "NOT NULL AND position <= ?"].Bind(
            2,
            last);
        var rows = session[$"SELECT {Columns(withSenders)} FROM report INDEXED BY report_sequence WHERE unit = ? AND position <= ? AND "
            + "sequence > ? ORDER BY sequence"].Bind(
            2,
            last);
        foreach (var (unit, after) in delivery.Units)
        {
            ReadWithdrawals(taken.Bind(1, (long)unit));
            rows.Bind(1, (long)unit).Bind(3, (long)after);
            try
            {
                while (rows.Step())
                    delivery.Deliver(Row(rows, withSenders));
            }
            finally
            {
                rows.Reset();
            }
        }
    }

    private void ReadWithdrawals(SqliteStatement statement)
    {
        while (statement.Step())
            delivery.NoteWithdrawal((int)statement.Number(0), (int)statement.Number(1), (int)statement.Number(2));
    }

    private LedgerRow Row(SqliteStatement rows, bool withSenders)
    {
        var row = delivery.Row(
            (int)rows.Number(0),
            (int)rows.Number(1),
            Instant.ToDay((int)rows.Number(2)),
            Instant.FromMicroseconds(rows.Number(3)),
            rows.NumberOrNull(4),
            rows.Bytes(5));
        return withSenders ? row with { Reporter = delivery.Reporter(rows.Bytes(6)), IdempotencyKey = rows.Text(7) } : row;
    }
}
