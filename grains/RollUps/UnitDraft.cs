using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Aggregation.Catalogue;
using Aggregation.Ledger;
using Aggregation.Reports;

namespace Aggregation.RollUps;

/// <summary>
/// Rows about to be appended to a unit's history, judged one after the other as if those before were already recorded.
/// The history itself stays untouched until the ledger has them.
/// </summary>
/// <param name="catalogue">The catalogue.</param>
/// <param name="unit">The unit's code, for sentences.</param>
/// <param name="history">What the ledger holds.</param>
/// <param name="rows">The rows themselves, needed where <see cref="NeedsRows"/> says so; otherwise null.</param>
internal sealed class UnitDraft(IndicatorCatalogue catalogue, string unit, UnitHistory history, IReadOnlyList<LedgerRow>? rows)
{
    private readonly List<LedgerEntry> entries = [];
    private readonly Dictionary<UInt128, UnitHistory.KeyUse> uses = [];
    private readonly Dictionary<int, int> withdrawnBy = [];
    private readonly (DateOnly Day, long Value)?[] drafted = new (DateOnly, long)?[catalogue.Counts.Length];
    private DateOnly draftedDay = DateOnly.MinValue;

    /// <summary>What to append.</summary>
    public ImmutableArray<LedgerEntry> Entries => [.. entries];

    /// <summary>True when some entry takes an earlier row back.</summary>
    public bool Withdraws => withdrawnBy.Count > 0;

    /// <summary>
    /// True when a report can only be judged or recorded with the unit's rows at hand: it withdraws, or it speaks of a day
    /// before others and states a part or a whole, so that later days must be looked at too.
    /// </summary>
    public static bool NeedsRows(IndicatorCatalogue catalogue, UnitHistory history, UnitReports reports) =>
        reports.Reports.Any(report => report.Withdraws is not null
            || (report.EffectiveOn < history.LatestDay && report.Figures.Counts.Any(figure => IsPaired(catalogue, figure.Indicator))));

    /// <summary>Judges reports together: either all that are new join the draft, or none does.</summary>
    public ImmutableArray<ReportOutcome> Judge(UnitReports reports)
    {
        var outcomes = ImmutableArray.CreateBuilder<ReportOutcome>(reports.Reports.Length);
        var before = entries.Count;
        var refused = false;
        var joinedUses = new List<UInt128>();
        var joinedWithdrawals = new List<int>();

        foreach (var report in reports.Reports)
        {
            var key = ReportDigest.OfKey(report.IdempotencyKey);
            var content = ReportDigest.OfContent(report.EffectiveOn, report.Figures, report.Withdraws);
            if ((uses.TryGetValue(key, out var drafted) ? drafted : history.Find(key)) is { } use)
            {
                outcomes.Add(use.Content == content
                    ? new ReportOutcome(ReportVerdict.Duplicate, use.Sequence, [])
                    : new ReportOutcome(ReportVerdict.Conflict, null, [Fault.At("/idempotencyKey", FaultCode.KeyConflict, report.IdempotencyKey, unit)]));
                refused |= use.Content != content;
                continue;
            }

            var faults = report.Withdraws is { } withdrawn ? JudgeWithdrawal(withdrawn) : JudgeParts(report);
            if (!faults.IsEmpty)
            {
                outcomes.Add(new ReportOutcome(ReportVerdict.Invalid, null, faults));
                refused = true;
                continue;
            }

            var sequence = history.Rows + entries.Count + 1;
            entries.Add(new LedgerEntry(reports.Reporter, report));
            Draft(report);
            uses.Add(key, new UnitHistory.KeyUse(sequence, content));
            joinedUses.Add(key);
            if (report.Withdraws is { } target)
            {
                withdrawnBy.Add(target, sequence);
                joinedWithdrawals.Add(target);
            }

            outcomes.Add(new ReportOutcome(ReportVerdict.Accepted, sequence, []));
        }

        if (!refused)
            return outcomes.MoveToImmutable();

        entries.RemoveRange(before, entries.Count - before);
        joinedUses.ForEach(key => uses.Remove(key));
        joinedWithdrawals.ForEach(target => withdrawnBy.Remove(target));
        Redraft();
        return [.. outcomes.Select(outcome => IsNew(outcome) ? new ReportOutcome(ReportVerdict.NotRecorded, null, []) : outcome)];

        bool IsNew(ReportOutcome outcome) =>
            outcome.Verdict == ReportVerdict.Accepted
            || (outcome.Verdict == ReportVerdict.Duplicate && outcome.Sequence > history.Rows + before);
    }

    private static bool IsPaired(IndicatorCatalogue catalogue, string indicator) =>
        catalogue.Find(indicator) is { } found && (found.Of is not null || catalogue.Counts.Any(part => string.Equals(part.Of, indicator, StringComparison.Ordinal)));

    private ImmutableArray<Fault> JudgeWithdrawal(int target)
    {
        var sequence = target.ToString(CultureInfo.InvariantCulture);
        if (target < 1 || target > history.Rows + entries.Count)
            return [Fault.At("/withdraws", FaultCode.NothingToWithdraw, sequence)];
        if (history.IsWithdrawal(target) || (target > history.Rows && entries[target - history.Rows - 1].Report.Withdraws is not null))
            return [Fault.At("/withdraws", FaultCode.WithdrawsAWithdrawal, sequence)];
        if ((history.WithdrawnBy(target) ?? (withdrawnBy.TryGetValue(target, out var drafted) ? drafted : null)) is { } by)
            return [Fault.At("/withdraws", FaultCode.AlreadyWithdrawn, sequence, by.ToString(CultureInfo.InvariantCulture))];
        return [];
    }

    private ImmutableArray<Fault> JudgeParts(Report report)
    {
        var faults = ImmutableArray.CreateBuilder<Fault>();
        foreach (var part in catalogue.Counts)
        {
            if (part.Of is null)
                continue;
            var whole = catalogue.Find(part.Of)!;
            var statesPart = States(report, part);
            if (!statesPart && !States(report, whole))
                continue;
            if (Excess(part, whole, report) is not var (day, partValue, wholeValue))
                continue;
            faults.Add(Fault.At(
                "/counts/" + (statesPart ? part.Id : whole.Id),
                FaultCode.OverDenominator,
                part.Id,
                partValue.ToString(CultureInfo.InvariantCulture),
                whole.Id,
                wholeValue.ToString(CultureInfo.InvariantCulture),
                day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        }

        return faults.DrainToImmutable();
    }

    // The values that would stand after the draft, as far as it states them, and its latest day.
    private void Draft(Report report)
    {
        if (report.EffectiveOn > draftedDay)
            draftedDay = report.EffectiveOn;
        foreach (var figure in report.Figures.Counts)
        {
            if (catalogue.Find(figure.Indicator) is { Type: IndicatorType.Count, Slot: var slot } && !(report.EffectiveOn < drafted[slot]?.Day))
                drafted[slot] = (report.EffectiveOn, figure.Value);
        }
    }

    private void Redraft()
    {
        Array.Clear(drafted);
        draftedDay = DateOnly.MinValue;
        foreach (var entry in entries)
            Draft(entry.Report);
    }

    // Nearly every report speaks of the latest day, and then only what stands now can contradict it.
    private (DateOnly Day, long Part, long Whole)? Excess(Indicator part, Indicator whole, Report report)
    {
        if (rows is not null || report.EffectiveOn < draftedDay)
            return FirstExcess(part, whole, report);
        return Standing(part, report) is { } partValue && Standing(whole, report) is { } wholeValue && partValue > wholeValue
            ? (report.EffectiveOn, partValue, wholeValue)
            : null;
    }

    private long? Standing(Indicator count, Report report)
    {
        foreach (var figure in report.Figures.Counts)
        {
            if (string.Equals(figure.Indicator, count.Id, StringComparison.Ordinal))
                return figure.Value;
        }

        if (drafted[count.Slot] is { } last)
            return last.Value;
        var (precedence, standing) = history.Fold.Standing(count);
        return precedence.IsReported ? standing : null;
    }

    // The first day on which one of the report's own figures would stand and the part would exceed the whole.
    private (DateOnly Day, long Part, long Whole)? FirstExcess(Indicator part, Indicator whole, Report report)
    {
        var parts = Timeline(part, report);
        var wholes = Timeline(whole, report);
        var days = parts.Concat(wholes).Select(figure => figure.Day).Where(day => day >= report.EffectiveOn).Distinct().Order();
        foreach (var day in days)
        {
            if (On(parts, day) is { } partly && On(wholes, day) is { } wholly && partly.Value > wholly.Value && (partly.IsReports || wholly.IsReports))
                return (day, partly.Value, wholly.Value);
        }

        return null;
    }

    // The values of a count by day, the winning report of each day last. Without the rows, the standing value is all
    // that can matter: NeedsRows saw that no report here speaks of an earlier day.
    private List<DatedValue> Timeline(Indicator count, Report report)
    {
        var timeline = new List<DatedValue>();
        if (rows is null)
        {
            var (precedence, value) = history.Fold.Standing(count);
            if (precedence.IsReported)
                timeline.Add(new DatedValue(DateOnly.FromDayNumber(precedence.Day), value, IsReports: false));
        }
        else
        {
            foreach (var row in rows)
            {
                if (row.Withdraws is null && history.WithdrawnBy(row.Sequence) is null && !withdrawnBy.ContainsKey(row.Sequence))
                    Add(row.EffectiveOn, row.Figures, isReports: false);
            }
        }

        for (var place = 0; place < entries.Count; place++)
        {
            if (!withdrawnBy.ContainsKey(history.Rows + place + 1))
                Add(entries[place].Report.EffectiveOn, entries[place].Report.Figures, isReports: false);
        }

        Add(report.EffectiveOn, report.Figures, isReports: true);
        return timeline;

        void Add(DateOnly day, Figures figures, bool isReports)
        {
            foreach (var figure in figures.Counts)
            {
                if (string.Equals(figure.Indicator, count.Id, StringComparison.Ordinal))
                    timeline.Add(new DatedValue(day, figure.Value, isReports));
            }
        }
    }

    private static DatedValue? On(List<DatedValue> timeline, DateOnly day)
    {
        DatedValue? last = null;
        foreach (var figure in timeline)
        {
            if (figure.Day <= day && !(figure.Day < last?.Day))
                last = figure;
        }

        return last;
    }

    private static bool States(Report report, Indicator count)
    {
        foreach (var figure in report.Figures.Counts)
        {
            if (string.Equals(figure.Indicator, count.Id, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private readonly record struct DatedValue(DateOnly Day, long Value, bool IsReports);
}
