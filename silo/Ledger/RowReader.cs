using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Text;

namespace Aggregation.Ledger;

/// <summary>Reads rows in the session's open transaction and hands them to whoever selected them. Used by one thread.</summary>
internal sealed class RowReader
{
    /// <summary>More units than this are worth a look at how many there are.</summary>
    public const int FewUnits = 100;

    private const int ManyUnits = 2_000;
    private const int RowsBetweenLooks = 10_000;
    private const string ColumnsWithSenders = "unit, sequence, effective_on, recorded_at, withdraws, payload, reporter, idempotency_key";
    private const string ColumnsOfFold = "unit, sequence, effective_on, recorded_at, withdraws, payload";

    private readonly PayloadCache payloads = new();
    private readonly Dictionary<(int Unit, int Sequence), int> withdrawals = [];
    private byte[] reporterUtf8 = [];
    private string reporter = "";

    /// <summary>Reads for selections that know the same and want the same columns.</summary>
    public void Read(SqliteSession session, DateTimeOffset? knownAt, bool withSenders, List<PendingReading> readings)
    {
        var last = LastPosition(session, knownAt);
        var wanted = new List<(int Unit, PendingReading Reading)>();
        foreach (var reading in readings)
        {
            foreach (var unit in reading.Selection.UnitIds)
                wanted.Add((unit, reading));
        }

        if (readings.Count > 1)
            wanted.Sort(static (one, other) => one.Unit.CompareTo(other.Unit));
        var consumers = CollectionsMarshal.AsSpan(wanted);
        var runs = Runs(consumers);
        if (IsMany(session, runs.Count))
            Scan(session, last, withSenders, consumers, runs);
        else
            Probe(session, last, withSenders, consumers, runs);
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
        units > ManyUnits || (units > FewUnits && units * 4 > session.ReadNumber("SELECT count(*) FROM unit"));

    // Where each unit's consumers begin and end.
    private static Dictionary<int, (int Start, int End)> Runs(ReadOnlySpan<(int Unit, PendingReading Reading)> consumers)
    {
        var runs = new Dictionary<int, (int, int)>();
        var start = 0;
        for (var index = 1; index <= consumers.Length; index++)
        {
            if (index < consumers.Length && consumers[index].Unit == consumers[start].Unit)
                continue;
            runs.Add(consumers[start].Unit, (start, index));
            start = index;
        }

        return runs;
    }

    private static string Columns(bool withSenders) => withSenders ? ColumnsWithSenders : ColumnsOfFold;

    private void Scan(
        SqliteSession session,
        long last,
        bool withSenders,
        ReadOnlySpan<(int Unit, PendingReading Reading)> consumers,
        Dictionary<int, (int Start, int End)> runs)
    {
        withdrawals.Clear();
        ReadWithdrawals(session["SELECT unit, withdraws, sequence FROM report INDEXED BY report_withdrawal WHERE withdraws IS NOT NULL AND position <= ?"].Bind(1, last));
        var rows = session[$"SELECT {Columns(withSenders)} FROM report WHERE position <= ? ORDER BY position"].Bind(1, last);
        try
        {
            for (var row = 1; rows.Step(); row++)
            {
                if (runs.TryGetValue((int)rows.Number(0), out var run))
                    Deliver(rows, withSenders, consumers[run.Start..run.End]);
                if (row % RowsBetweenLooks == 0 && !IsAnyOpen(consumers))
                    break;
            }
        }
        finally
        {
            rows.Reset();
        }
    }

    private static bool IsAnyOpen(ReadOnlySpan<(int Unit, PendingReading Reading)> consumers)
    {
        foreach (var (_, reading) in consumers)
        {
            if (reading.IsOpen)
                return true;
        }

        return false;
    }

    private void Probe(
        SqliteSession session,
        long last,
        bool withSenders,
        ReadOnlySpan<(int Unit, PendingReading Reading)> consumers,
        Dictionary<int, (int Start, int End)> runs)
    {
        var taken = session["SELECT unit, withdraws, sequence FROM report INDEXED BY report_withdrawal WHERE unit = ? AND withdraws IS NOT NULL AND position <= ?"].Bind(2, last);
        var rows = session[$"SELECT {Columns(withSenders)} FROM report INDEXED BY report_sequence WHERE unit = ? AND position <= ? ORDER BY sequence"].Bind(2, last);
        foreach (var (unit, (start, end)) in runs)
        {
            withdrawals.Clear();
            ReadWithdrawals(taken.Bind(1, (long)unit));
            rows.Bind(1, (long)unit);
            try
            {
                while (rows.Step())
                    Deliver(rows, withSenders, consumers[start..end]);
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
            withdrawals.TryAdd(((int)statement.Number(0), (int)statement.Number(1)), (int)statement.Number(2));
    }

    private void Deliver(SqliteStatement rows, bool withSenders, ReadOnlySpan<(int Unit, PendingReading Reading)> consumers)
    {
        LedgerRow? row = null;
        foreach (var (_, reading) in consumers)
        {
            if (reading.IsOpen)
                reading.Deliver(row ??= Row(rows, withSenders));
        }
    }

    private LedgerRow Row(SqliteStatement rows, bool withSenders)
    {
        var unit = (int)rows.Number(0);
        var sequence = (int)rows.Number(1);
        return new LedgerRow
        {
            UnitId = unit,
            Sequence = sequence,
            EffectiveOn = Instant.ToDay((int)rows.Number(2)),
            RecordedAt = Instant.FromMicroseconds(rows.Number(3)),
            Withdraws = rows.NumberOrNull(4),
            Figures = payloads.Read(rows.Bytes(5)),
            Reporter = withSenders ? Reporter(rows.Bytes(6)) : "",
            IdempotencyKey = withSenders ? rows.Text(7) : "",
            WithdrawnBy = withdrawals.Count > 0 && withdrawals.TryGetValue((unit, sequence), out var by) ? by : null,
        };
    }

    // One key usually sends many rows in succession.
    private string Reporter(ReadOnlySpan<byte> utf8)
    {
        if (!utf8.SequenceEqual(reporterUtf8))
        {
            reporterUtf8 = utf8.ToArray();
            reporter = Encoding.UTF8.GetString(utf8);
        }

        return reporter;
    }
}
