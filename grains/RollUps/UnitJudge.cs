using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Aggregation.Domain.Catalogue;
using Aggregation.Domain.Reports;
using Aggregation.Ledger;

namespace Aggregation.Grains.RollUps;

/// <summary>
/// Rows about to be appended to a unit's history, judged one after the other as if those before were already recorded.
/// The history itself stays untouched until the ledger has them.
/// </summary>
/// <param name="catalogue">The catalogue.</param>
/// <param name="unit">The unit's code, for sentences.</param>
/// <param name="history">What the ledger holds.</param>
/// <param name="rows">The rows themselves, needed where <see cref="NeedsRows"/> says so; otherwise null.</param>
/// <param name="level">The unit's level.</param>
/// <param name="today">Today in Asia/Ho_Chi_Minh.</param>
/// <param name="sumBelow">What all units below have of a count, as far as it is known; null of a unit that has none below.</param>
internal sealed partial class UnitJudge(
    IndicatorCatalogue catalogue,
    string unit,
    UnitHistory history,
    IReadOnlyList<LedgerRow>? rows,
    int level,
    DateOnly today,
    Func<Indicator, long>? sumBelow)
{
    // Nearly every draft is of one report, which needs none of the tables.
    private readonly List<LedgerEntry> entries = new(1);
    private Dictionary<UInt128, KeyUse>? uses;
    private ImmutableDictionary<int, int> withdrawnBy = ImmutableDictionary<int, int>.Empty;
    private (DateOnly Day, long Value)?[]? drafted;
    private DateOnly draftedDay = DateOnly.MinValue;

    /// <summary>What to append.</summary>
    public ImmutableArray<LedgerEntry> Entries => [.. entries];

    /// <summary>True when some entry takes an earlier row back.</summary>
    public bool Withdraws => withdrawnBy.Count > 0;

    /// <summary>
    /// True when a report can only be judged or recorded with the unit's rows at hand: it withdraws, or it speaks of a day
    /// before others and states a part or a whole, so that later days must be looked at too, or what may be unusual beside
    /// the figures of its day.
    /// </summary>
    public static bool NeedsRows(IndicatorCatalogue catalogue, UnitHistory history, UnitReports reports)
    {
        foreach (var report in reports.Reports)
        {
            if (report.Withdraws is not null
                || (report.EffectiveOn < history.LatestDay && (StatesPartOrWhole(catalogue, report) || MayBeUnusual(catalogue, report))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Judges reports together: either all that are new join the draft, or none does.</summary>
    public ImmutableArray<ReportOutcome> Judge(UnitReports reports)
    {
        var outcomes = ImmutableArray.CreateBuilder<ReportOutcome>(reports.Reports.Length);
        var before = entries.Count;
        var refused = false;
        foreach (var report in reports.Reports)
        {
            if (FindUse(report.Digests.Key) is { } use)
            {
                var repeated = use.Content == KeyUse.HalfOf(report.Digests.Content);
                outcomes.Add(repeated
                    ? new ReportOutcome(ReportVerdict.Duplicate, use.Sequence, [])
                    : new ReportOutcome(
                        ReportVerdict.Conflict,
                        null,
                        [Fault.At("/idempotencyKey", FaultCode.KeyConflict, report.IdempotencyKey, unit)]));
                refused |= !repeated;
                continue;
            }

            var faults = ReportForm.FaultsOf(catalogue, report, level, today)
                .AddRange(report.Withdraws is { } withdrawn
                    ? JudgeWithdrawal(withdrawn)
                    : JudgeParts(report).AddRange(JudgeModels(report)).AddRange(JudgeRules(report, reports)));
            if (!faults.IsEmpty)
            {
                outcomes.Add(new ReportOutcome(ReportVerdict.Invalid, null, faults));
                refused = true;
                continue;
            }

            Join(new LedgerEntry(reports.Reporter, report));
            outcomes.Add(new ReportOutcome(ReportVerdict.Accepted, history.Rows + entries.Count, []));
        }

        if (!refused)
            return outcomes.MoveToImmutable();

        var kept = entries[..before];
        (uses, drafted, draftedDay, withdrawnBy) = (null, null, DateOnly.MinValue, withdrawnBy.Clear());
        entries.Clear();
        kept.ForEach(Join);
        return [.. outcomes.Select(outcome => IsNew(outcome) ? new ReportOutcome(ReportVerdict.NotRecorded, null, []) : outcome)];

        bool IsNew(ReportOutcome outcome) =>
            outcome.Verdict == ReportVerdict.Accepted
            || (outcome.Verdict == ReportVerdict.Duplicate && outcome.Sequence > history.Rows + before);
    }

    private KeyUse? FindUse(UInt128 key)
    {
        if (entries.Count == 0)
            return history.Find(key);
        uses ??= Enumerable.Range(0, entries.Count).ToDictionary(place => entries[place].Report.Digests.Key, UseOf);
        return uses.TryGetValue(key, out var use) ? use : history.Find(key);
    }

    private KeyUse UseOf(int place) => KeyUse.Of(history.Rows + place + 1, entries[place].Report.Digests.Content);

    // From now on the entry counts as recorded: its key, what it takes back, and the values that would stand.
    private void Join(LedgerEntry entry)
    {
        var report = entry.Report;
        entries.Add(entry);
        uses?.Add(report.Digests.Key, UseOf(entries.Count - 1));
        if (report.Withdraws is { } target)
        {
            withdrawnBy = withdrawnBy.Add(target, history.Rows + entries.Count);
            return;
        }

        if (report.EffectiveOn > draftedDay)
            draftedDay = report.EffectiveOn;
        if (drafted is not null)
            Draft(drafted, report);
    }

    private void Draft((DateOnly Day, long Value)?[] values, Report report)
    {
        foreach (var figure in report.Figures.Counts)
        {
            if (catalogue.Find(figure.Indicator) is { Type: IndicatorType.Count, Slot: var slot }
                && !(report.EffectiveOn < values[slot]?.Day))
            {
                values[slot] = (report.EffectiveOn, figure.Value);
            }
        }
    }

    private (DateOnly Day, long Value)?[] DraftAll()
    {
        var values = new (DateOnly, long)?[catalogue.Counts.Length];
        foreach (var entry in entries)
            Draft(values, entry.Report);
        return values;
    }

    private static bool StatesPartOrWhole(IndicatorCatalogue catalogue, Report report)
    {
        foreach (var (part, whole) in catalogue.Parts)
        {
            if (States(report, part) || States(report, whole))
                return true;
        }

        return false;
    }

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
        ImmutableArray<Fault> faults = [];
        foreach (var (part, whole) in catalogue.Parts)
        {
            var statesPart = States(report, part);
            if (!statesPart && !States(report, whole))
                continue;
            if (Excess(part, whole, report) is not var (day, partValue, wholeValue))
                continue;
            faults = faults.Add(Fault.At(
                "/counts/" + (statesPart ? part.Id : whole.Id),
                FaultCode.OverDenominator,
                part.Id,
                partValue.ToString(CultureInfo.InvariantCulture),
                whole.Id,
                wholeValue.ToString(CultureInfo.InvariantCulture),
                day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        }

        return faults;
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

        return StandingBefore(count);
    }

    private long? StandingBefore(Indicator count)
    {
        if (entries.Count > 0 && (drafted ??= DraftAll())[count.Slot] is { } last)
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
            if (On(parts, day) is { } partly
                && On(wholes, day) is { } wholly
                && partly.Value > wholly.Value
                && (partly.IsReports || wholly.IsReports))
            {
                return (day, partly.Value, wholly.Value);
            }
        }

        return null;
    }

    // The values of a count by day, the winning report of each day last. Without the rows, the standing value is all
    // that can matter: NeedsRows saw that no report here speaks of an earlier day.
    private List<DatedValue> Timeline(Indicator count, Report? report)
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
                if (Stands(row))
                    Add(row.EffectiveOn, row.Figures, isReports: false);
            }
        }

        for (var place = 0; place < entries.Count; place++)
        {
            if (!withdrawnBy.ContainsKey(history.Rows + place + 1))
                Add(entries[place].Report.EffectiveOn, entries[place].Report.Figures, isReports: false);
        }

        if (report is not null)
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
