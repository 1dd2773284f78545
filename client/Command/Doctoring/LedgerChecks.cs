using System;
using System.Collections.Generic;
using System.Linq;
using Aggregation.Contracts;

namespace Aggregation.Commands.Doctoring;

/// <summary>Checks of the ledger.</summary>
internal static class LedgerChecks
{
    private const double SlowMilliseconds = 250;
    private const double Gigabyte = 1 << 30;

    /// <summary>Checks a diagnosis.</summary>
    public static IEnumerable<Check> Of(Diagnosis diagnosis)
    {
        yield return Answers(diagnosis);
        var ledger = diagnosis.Ledger;
        if (ledger.SizeBytes is { } size)
            yield return Disk(ledger, size);
        if (ledger.ClockAheadMilliseconds is { } ahead)
            yield return Check.Of(
                "ledger-clock",
                Clocks.StateOf(TimeSpan.FromMilliseconds(ahead)),
                Words.Get("Doctor.LedgerClock", ahead / 1000));
        if (ledger.RowsAheadMilliseconds is { } rows)
            yield return Check.Of("row-clock", Clocks.StateOf(TimeSpan.FromMilliseconds(rows)), rows > 0
                ? Words.Get("Doctor.RowsAhead", rows / 1000)
                : Words.Get("Doctor.RowsNotAhead"));
        if (ledger.Schema is { } schema)
            yield return Schema(schema);
    }

    private static Check Answers(Diagnosis diagnosis)
    {
        var ledger = diagnosis.Ledger;
        if (ledger.ReadMilliseconds is not { } read)
            return Check.Of("ledger", CheckState.Wrong, diagnosis.ReasonOf("ledger-read"));
        if (ledger.CommitMilliseconds is not { } commit)
            return Check.Of("ledger", CheckState.Wrong, diagnosis.ReasonOf("ledger-commit"));
        if (ledger.Failure is { } failure)
            return Check.Of("ledger", CheckState.Wrong, failure);
        var text = Words.Get("Doctor.Ledger", ledger.Place, read, commit);
        return Math.Max(read, commit) > SlowMilliseconds
            ? new Check("ledger", CheckState.Warning, text, Words.Get("Doctor.Advice.slow"))
            : Check.Ok("ledger", text);
    }

    private static Check Disk(LedgerDiagnosis ledger, long size)
    {
        if (ledger is not { FreeBytes: { } free, DiskBytes: { } disk })
            return Check.Ok("disk", Words.Get("Doctor.DiskElsewhere", size / Gigabyte));
        var text = Words.Get("Doctor.Disk", size / Gigabyte, free / Gigabyte, (double)free / disk);
        if (free < Gigabyte / 2 || free < 0.02 * disk)
            return Check.Of("disk", CheckState.Wrong, text);
        // Copying the file for a backup takes as much again.
        return Check.Of("disk", free < 2 * Gigabyte || free < 0.1 * disk || free < size ? CheckState.Warning : CheckState.Ok, text);
    }

    private static Check Schema(IReadOnlyList<SchemaVersion> sets)
    {
        var text = string.Join(", ", sets.Select(set => Words.Get("Doctor.Schema", set.Set, set.Stored, set.Known)));
        var state = sets.Any(set => set.Stored < set.Known) ? CheckState.Wrong
            : sets.Any(set => set.Stored > set.Known) ? CheckState.Warning
            : CheckState.Ok;
        return Check.Of("schema", state, text);
    }
}
