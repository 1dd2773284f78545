using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Text;
using Aggregation.Domain.Reports;

namespace Aggregation.Ledger;

/// <summary>
/// Hands the rows of one reading to whoever selected their units, and makes rows of what the store holds. Used by one thread.
/// </summary>
internal sealed class RowDelivery
{
    private readonly PayloadCache payloads = new();
    private readonly Dictionary<(int Unit, int Sequence), int> withdrawals = [];
    private readonly List<(int Unit, int After, PendingReading Reading)> consumers = [];
    private readonly Dictionary<int, (int Start, int End, int After)> runs = [];
    private byte[] reporterUtf8 = [];
    private string reporter = "";

    /// <summary>The units that anybody selected, each once, with the sequence after which rows are wanted.</summary>
    public IEnumerable<(int Unit, int After)> Units
    {
        get
        {
            foreach (var (unit, run) in runs)
                yield return (unit, run.After);
        }
    }

    /// <summary>How many of them are wanted from their first row on: what a reading of the whole ledger is good for.</summary>
    public int WholeUnits { get; private set; }

    /// <summary>True while anybody still waits for rows.</summary>
    public bool IsAnyOpen
    {
        get
        {
            foreach (var (_, _, reading) in consumers)
            {
                if (reading.IsOpen)
                    return true;
            }

            return false;
        }
    }

    /// <summary>Begins a reading for some selections.</summary>
    public void Begin(List<PendingReading> readings)
    {
        consumers.Clear();
        runs.Clear();
        withdrawals.Clear();
        foreach (var reading in readings)
        {
            var (units, after) = (reading.Selection.UnitIds, reading.Selection.After);
            for (var place = 0; place < units.Count; place++)
                consumers.Add((units[place], after?[place] ?? 0, reading));
        }

        if (readings.Count > 1)
            consumers.Sort(static (one, other) => one.Unit.CompareTo(other.Unit));
        WholeUnits = 0;
        for (var (start, end) = (0, 0); start < consumers.Count; start = end)
        {
            var (unit, least, _) = consumers[start];
            for (end = start + 1; end < consumers.Count && consumers[end].Unit == unit; end++)
                least = Math.Min(least, consumers[end].After);
            runs.Add(unit, (start, end, least));
            if (least == 0)
                WholeUnits++;
        }
    }

    /// <summary>True for a row that anybody selected.</summary>
    public bool IsWanted(int unit, int sequence) => runs.TryGetValue(unit, out var run) && sequence > run.After;

    /// <summary>Notes that a row is taken back, before the row comes; of several the first one noted counts.</summary>
    public void NoteWithdrawal(int unit, int withdraws, int by) => withdrawals.TryAdd((unit, withdraws), by);

    /// <summary>Hands a row to everybody who selected it.</summary>
    public void Deliver(LedgerRow row)
    {
        var (start, end, _) = runs[row.UnitId];
        foreach (var (_, after, reading) in CollectionsMarshal.AsSpan(consumers)[start..end])
        {
            if (row.Sequence > after)
                reading.Deliver(row);
        }
    }

    /// <summary>Makes a row of the columns of a fold.</summary>
    public LedgerRow Row(
        int unit,
        int sequence,
        DateOnly effectiveOn,
        DateTimeOffset recordedAt,
        int? withdraws,
        ReadOnlySpan<byte> payload) => new()
        {
            UnitId = unit,
            Sequence = sequence,
            EffectiveOn = effectiveOn,
            RecordedAt = recordedAt,
            Withdraws = withdraws,
            Figures = payloads.Read(payload),
            WithdrawnBy = withdrawals.Count > 0 && withdrawals.TryGetValue((unit, sequence), out var by) ? by : null,
        };

    /// <summary>A reporter's id; one key usually sends many rows in succession.</summary>
    public string Reporter(ReadOnlySpan<byte> utf8)
    {
        if (!utf8.SequenceEqual(reporterUtf8))
        {
            reporterUtf8 = utf8.ToArray();
            reporter = Encoding.UTF8.GetString(utf8);
        }

        return reporter;
    }
}
