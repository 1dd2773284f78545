using System;
using System.Collections.Generic;
using System.Diagnostics.Metrics;
using Aggregation.Domain.Reports;
using Aggregation.Domain.Units;
using Aggregation.Ledger.Telemetry;

namespace Aggregation.Api.Reports;

/// <summary>What becomes of reports, by province and, where they are refused, by reason.</summary>
internal static class ReportMeter
{
    /// <summary>The reason of a report that was refused with others that were wrong.</summary>
    public const string WrongNeighbour = "wrong-neighbour";

    private const string Accepted = "accepted";
    private const string Duplicate = "duplicate";
    private const string Refused = "refused";
    private const string Failed = "failed";

    private static readonly Counter<long> Reports =
        Instrumentation.Meter.CreateCounter<long>("aggregation.reports", "{report}", "Reports, by what became of them.");

    private static readonly Counter<long> Refusals =
        Instrumentation.Meter.CreateCounter<long>("aggregation.reports.refused", "{report}", "Reports that were refused, by reason.");

    private static bool IsWatched => Reports.Enabled || Refusals.Enabled;

    /// <summary>A batch has been answered; what no unit recorded was refused.</summary>
    /// <param name="edition">The edition that took it.</param>
    /// <param name="judged">The batch.</param>
    /// <param name="isRecorded">False when the batch was refused before anything of it was recorded.</param>
    public static void Answered(Edition edition, JudgedBatch judged, bool isRecorded)
    {
        if (!IsWatched)
            return;
        var run = new Run();
        for (var place = 0; place < judged.Count; place++)
            run.Count(ProvinceOf(edition, judged.UnitOf(place)), OutcomeOf(judged, place, isRecorded));
        run.End();
    }

    /// <summary>A batch could not be recorded, or nobody knows whether it was.</summary>
    public static void NotRecorded(Edition edition, JudgedBatch judged)
    {
        if (!IsWatched)
            return;
        var run = new Run();
        for (var place = 0; place < judged.Count; place++)
            run.Count(ProvinceOf(edition, judged.UnitOf(place)), Failed);
        run.End();
    }

    /// <summary>A batch was refused before its reports were looked at one by one.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="batch">What could be read of it; at least one report is counted.</param>
    /// <param name="problem">The code of the problem.</param>
    public static void RefusedWhole(Edition edition, ReportBatchInput batch, string problem)
    {
        if (!IsWatched)
            return;
        var run = new Run();
        foreach (var report in batch.Reports)
            run.Count(ProvinceOf(edition, report.Unit ?? ""), Refused);
        if (batch.Reports.Count == 0)
            run.Count(edition.Units[0].Code, Refused);
        run.End();
        Refusals.Add(Math.Max(1, batch.Reports.Count), new KeyValuePair<string, object?>(AttributeName.Reason, problem));
    }

    private static string OutcomeOf(JudgedBatch judged, int place, bool isRecorded)
    {
        if (judged.OutcomeOf(place) is { Sequence: not null } outcome && isRecorded)
            return outcome.Verdict == ReportVerdict.Duplicate ? Duplicate : Accepted;
        Refusals.Add(1, new KeyValuePair<string, object?>(AttributeName.Reason, judged.ReasonOf(place) ?? WrongNeighbour));
        return Refused;
    }

    // What names no unit that there is counts for the nation.
    private static string ProvinceOf(Edition edition, string unit) =>
        edition.Units[edition.ProvinceOf(Math.Max(0, edition.IndexOf(unit)))].Code;

    // Most batches are of one province and accepted: such a one is one measurement.
    private ref struct Run
    {
        private string? province;
        private string? outcome;
        private int count;

        public void Count(string nextProvince, string nextOutcome)
        {
            if (!string.Equals(nextProvince, province, StringComparison.Ordinal)
                || !string.Equals(nextOutcome, outcome, StringComparison.Ordinal))
            {
                End();
                (province, outcome, count) = (nextProvince, nextOutcome, 0);
            }

            count++;
        }

        public readonly void End()
        {
            if (count > 0)
                Reports.Add(
                    count,
                    new KeyValuePair<string, object?>(AttributeName.Province, province),
                    new KeyValuePair<string, object?>(AttributeName.Outcome, outcome));
        }
    }
}
