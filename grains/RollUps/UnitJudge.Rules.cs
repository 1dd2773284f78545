using System;
using System.Collections.Immutable;
using System.Globalization;
using Aggregation.Domain.Catalogue;
using Aggregation.Domain.Reports;

namespace Aggregation.Grains.RollUps;

/// <summary>
/// What the catalogue's rules find unusual. A report that its sender confirms is judged without the rules that only warn.
/// </summary>
internal sealed partial class UnitJudge
{
    // True when a report of an earlier day can only be judged with what stood on that day.
    private static bool MayBeUnusual(IndicatorCatalogue catalogue, Report report)
    {
        if (catalogue.Rules.WatchesReversals && !report.Figures.Statuses.IsEmpty)
            return true;
        foreach (var figure in report.Figures.Counts)
        {
            if (figure.Value > catalogue.Rules.MostWithoutJump)
                return true;
        }

        return false;
    }

    private ImmutableArray<Fault> JudgeRules(Report report, UnitReports together)
    {
        ImmutableArray<Fault> faults = [];
        var rules = catalogue.Rules;
        foreach (var figure in report.Figures.Counts)
        {
            if (figure.Value > rules.MostWithoutJump && FindJump(figure, report) is { } jump)
                faults = faults.Add(jump);
            if (figure.Value > rules.MostUnderCeilings(level) && FindOver(figure, report) is { } over)
                faults = faults.Add(over);
            if (sumBelow is not null && figure.Value >= rules.LeastCompared && FindSame(figure, report, together) is { } same)
                faults = faults.Add(same);
        }

        if (!rules.WatchesReversals)
            return faults;
        foreach (var figure in report.Figures.Statuses)
        {
            if (FindReversal(figure, report) is { } reversal)
                faults = faults.Add(reversal);
        }

        return faults;
    }

    private Fault? FindJump(CountFigure figure, Report report)
    {
        if (catalogue.Find(figure.Indicator) is not { Type: IndicatorType.Count } count
            || catalogue.Rules.JumpOf(count) is not { } rule
            || LastValue(count, report.EffectiveOn) is not { } last
            || last < rule.From
            || figure.Value <= last * rule.Times)
        {
            return null;
        }

        return Find(rule, report, "/counts/" + count.Id, Text(figure.Value), Text(last), Text(rule.Times));
    }

    private Fault? FindOver(CountFigure figure, Report report)
    {
        if (catalogue.Find(figure.Indicator) is not { Type: IndicatorType.Count } count
            || catalogue.Rules.CeilingOf(count) is not { Most: { } mostOf } rule
            || !mostOf.TryGetValue(catalogue.Levels[level].Id, out var most)
            || figure.Value <= most)
        {
            return null;
        }

        return Find(rule, report, "/counts/" + count.Id, Text(figure.Value), Text(most));
    }

    private Fault? FindSame(CountFigure figure, Report report, UnitReports together)
    {
        if (catalogue.Find(figure.Indicator) is not { Type: IndicatorType.Count } count
            || catalogue.Rules.SameAsBelowOf(count) is not { } rule
            || figure.Value < rule.From
            || !IsTotal(count, figure.Value, rule.From, together))
        {
            return null;
        }

        return Find(rule, report, "/counts/" + count.Id, Text(figure.Value), unit);
    }

    // Somebody who copies a total copies what lies below, or what the whole area has, the unit's own included.
    private bool IsTotal(Indicator count, long value, long from, UnitReports together)
    {
        if (!together.Related.IsDefaultOrEmpty)
        {
            foreach (var related in together.Related)
            {
                if (related.Value == value && string.Equals(related.Indicator, count.Id, StringComparison.Ordinal))
                    return true;
            }
        }

        var below = sumBelow!(count);
        return below >= from && (value == below || value == below + history.Fold.Standing(count).Value);
    }

    private Fault? FindReversal(StatusFigure figure, Report report)
    {
        if (catalogue.Find(figure.Indicator) is not { Type: IndicatorType.Status } status
            || catalogue.Rules.ReversalOf(status) is not { } rule
            || status.StateOf(figure.State) != 0
            || status.Complete is not { } complete
            || LastState(status, report.EffectiveOn) is not { } last
            || last != status.StateOf(complete))
        {
            return null;
        }

        return Find(rule, report, "/statuses/" + status.Id, figure.State, complete);
    }

    private static Fault? Find(IndicatorRule rule, Report report, string pointer, params ReadOnlySpan<string> arguments)
    {
        var isWarning = rule.Severity == RuleSeverity.Warning;
        if (isWarning && !report.Confirmed.IsDefaultOrEmpty && report.Confirmed.Contains(rule.Code, StringComparer.Ordinal))
            return null;
        return Fault.At(pointer, rule.Code, arguments) with { IsWarning = isWarning };
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    // What would stand on a day without the report that is judged.
    private long? LastValue(Indicator count, DateOnly day) =>
        rows is not null || day < draftedDay ? On(Timeline(count, null), day)?.Value : StandingBefore(count);

    private int? LastState(Indicator status, DateOnly day)
    {
        (DateOnly Day, int State)? last = null;
        if (rows is null)
        {
            var (precedence, state) = history.Fold.StandingState(status);
            if (precedence.IsReported)
                last = (DateOnly.FromDayNumber(precedence.Day), state);
        }
        else
        {
            foreach (var row in rows)
            {
                if (Stands(row))
                    last = Later(last, row.EffectiveOn, row.Figures, status, day);
            }
        }

        for (var place = 0; place < entries.Count; place++)
        {
            if (!withdrawnBy.ContainsKey(history.Rows + place + 1))
                last = Later(last, entries[place].Report.EffectiveOn, entries[place].Report.Figures, status, day);
        }

        return last?.State;
    }

    private static (DateOnly Day, int State)? Later(
        (DateOnly Day, int State)? last,
        DateOnly effectiveOn,
        Figures figures,
        Indicator status,
        DateOnly day)
    {
        if (effectiveOn > day || effectiveOn < last?.Day)
            return last;
        foreach (var figure in figures.Statuses)
        {
            if (string.Equals(figure.Indicator, status.Id, StringComparison.Ordinal) && status.StateOf(figure.State) is >= 0 and var state)
                return (effectiveOn, state);
        }

        return last;
    }

    private bool Stands(LedgerRow row) =>
        row.Withdraws is null && history.WithdrawnBy(row.Sequence) is null && !withdrawnBy.ContainsKey(row.Sequence);
}
