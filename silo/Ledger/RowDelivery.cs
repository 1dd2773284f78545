using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Text;

namespace Aggregation.Ledger;

/// <summary>
/// Hands the rows of one reading to whoever selected their units, and makes rows of what the store holds. Used by one thread.
/// </summary>
internal sealed class RowDelivery
{
    private readonly PayloadCache payloads = new();
    private readonly Dictionary<(int Unit, int Sequence), int> withdrawals = [];
    private readonly List<(int Unit, PendingReading Reading)> consumers = [];
    private readonly Dictionary<int, (int Start, int End)> runs = [];
    private byte[] reporterUtf8 = [];
    private string reporter = "";

    /// <summary>The units that anybody selected, each once.</summary>
    public IReadOnlyCollection<int> Units => runs.Keys;

    /// <summary>True while anybody still waits for rows.</summary>
    public bool IsAnyOpen
    {
        get
        {
            foreach (var (_, reading) in consumers)
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
            foreach (var unit in reading.Selection.UnitIds)
                consumers.Add((unit, reading));
        }

        if (readings.Count > 1)
            consumers.Sort(static (one, other) => one.Unit.CompareTo(other.Unit));
        var start = 0;
        for (var index = 1; index <= consumers.Count; index++)
        {
            if (index < consumers.Count && consumers[index].Unit == consumers[start].Unit)
                continue;
            runs.Add(consumers[start].Unit, (start, index));
            start = index;
        }
    }

    /// <summary>True for a unit that anybody selected.</summary>
    public bool IsWanted(int unit) => runs.ContainsKey(unit);

    /// <summary>Notes that a row is taken back, before the row comes; of several the first one noted counts.</summary>
    public void NoteWithdrawal(int unit, int withdraws, int by) => withdrawals.TryAdd((unit, withdraws), by);

    /// <summary>Hands a row to everybody who selected its unit.</summary>
    public void Deliver(LedgerRow row)
    {
        var (start, end) = runs[row.UnitId];
        foreach (var (_, reading) in CollectionsMarshal.AsSpan(consumers)[start..end])
            reading.Deliver(row);
    }

    /// <summary>Makes a row of the columns of a fold.</summary>
    public LedgerRow Row(int unit, int sequence, DateOnly effectiveOn, DateTimeOffset recordedAt, int? withdraws, ReadOnlySpan<byte> payload) => new()
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
