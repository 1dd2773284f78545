using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Aggregation.Contracts;

namespace Aggregation.Files.Sending;

/// <summary>What is known of a file's reports so far.</summary>
/// <param name="reading">What the file says.</param>
internal sealed class FileTally(FileReading reading)
{
    private const int Forbidden = 403;
    private const int Conflict = 409;
    private const int Invalid = 422;
    private const string Accepted = "accepted";
    private const string OverDenominator = "over-denominator";

    /// <summary>The severity of what is only unusual.</summary>
    public const string Warning = "warning";

    private readonly List<FileFault> faults = [.. reading.Faults];
    private readonly List<FileResult> results = [];
    private readonly HashSet<string> brokenUnits =
        [.. reading.Reports.Where(report => !report.IsWhole).Select(report => report.Report.Unit)];
    private string edition = "";
    private Problem? cause;
    private bool hasInvalid = reading.Faults.Count > 0;
    private bool isForbidden;

    /// <summary>Takes the receipt of a batch.</summary>
    public void Take(IReadOnlyList<FileReport> batch, ReportReceipt receipt)
    {
        edition = receipt.Edition;
        results.AddRange(batch.Zip(
            receipt.Results,
            (report, result) => new FileResult(report.Place.Sheet, report.Place.Row, result.Sequence, result.Outcome, report.Report)));
    }

    /// <summary>Takes the faults of a batch; false when it was refused for something that is no fault of its reports.</summary>
    public bool Refuse(IReadOnlyList<FileReport> batch, Problem problem)
    {
        if (problem.Status is not (Forbidden or Conflict or Invalid) || problem.Errors is not { Count: > 0 } errors)
            return false;
        hasInvalid |= problem.Status == Invalid;
        isForbidden |= problem.Status == Forbidden;
        foreach (var error in errors)
        {
            // With a whole that could not be read, a part says nothing of its being too large.
            var place = PlaceOf(batch, error.Pointer, out var unit);
            if (error.Code != OverDenominator || unit is null || !brokenUnits.Contains(unit))
                faults.Add(new FileFault(place, error.Code, error.Message) { IsWarning = error.Severity == Warning });
        }

        if (cause is null || problem.Status == Forbidden)
            cause = problem;
        return true;
    }

    /// <summary>The refusal; null while nothing is wrong.</summary>
    public FileOutcome? Refusal()
    {
        var verdict = isForbidden ? FileVerdict.Forbidden
            : hasInvalid ? FileVerdict.Invalid : FileVerdict.Conflict;
        return faults.Count > 0 ? new FileOutcome(verdict, null, Sorted(faults), cause, Recorded(cause)) : null;
    }

    /// <summary>The outcome of a file that was taken.</summary>
    public FileOutcome ToOutcome()
    {
        var accepted = results.Count(result => result.Outcome == Accepted);
        return new FileOutcome(
            FileVerdict.Accepted,
            new FileReceipt(edition, accepted, results.Count - accepted, reading.UnchangedRows, results),
            [],
            null,
            []);
    }

    /// <summary>
    /// What stands now, where this recording has added to it; what stood before it, and what was only checked, is nothing new.
    /// </summary>
    public IReadOnlyList<ReportResult> Recorded(Problem? problem)
    {
        ReportResult[] known =
        [
            .. results.Where(result => result.Sequence is not null)
                .Select(result => new ReportResult(result.Report.Unit, result.Sequence, result.Outcome)),
            .. problem?.Results ?? [],
        ];
        return Array.Exists(known, result => result is { Outcome: Accepted, Sequence: not null }) ? known : [];
    }

    private static CellPlace PlaceOf(IReadOnlyList<FileReport> batch, string pointer, out string? unit)
    {
        unit = null;
        if (pointer.Split('/', 4) is not ["", "reports", var number, ..] parts
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            || place >= batch.Count)
        {
            return default;
        }

        unit = batch[place].Report.Unit;
        return batch[place].PlaceOf(parts.Length > 3 ? "/" + parts[3] : "");
    }

    // Sheets in the order in which they first come up.
    private static FileFault[] Sorted(List<FileFault> found)
    {
        var sheets = found.Select(fault => fault.Place.Sheet ?? "").Distinct(StringComparer.Ordinal).ToList();
        return [.. found.OrderBy(fault => sheets.IndexOf(fault.Place.Sheet ?? ""))
            .ThenBy(fault => fault.Place.Row)
            .ThenBy(fault => fault.Place.Column)];
    }
}
