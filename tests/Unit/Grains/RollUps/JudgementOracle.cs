using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Aggregation.Domain.Catalogue;
using Aggregation.Domain.Reports;
using Aggregation.Tests.Support;

namespace Aggregation.Tests.Grains.RollUps;

/// <summary>
/// How a unit must judge its reports, written from the rules and as plainly as possible: every report is tried against
/// everything recorded, on every day.
/// </summary>
internal sealed class JudgementOracle(IndicatorCatalogue catalogue)
{
    private readonly List<Report> recorded = [];

    public IReadOnlyList<Report> Recorded => recorded;

    /// <summary>What the unit answers, as <see cref="Batch.Text"/> writes it; records what is accepted unless told not to.</summary>
    public string Judge(ImmutableArray<Report> batch, bool record)
    {
        var all = recorded.ToList();
        var answers = new List<(string Text, int? Sequence, bool Refused)>();
        foreach (var report in batch)
        {
            var earlier = all.FindIndex(other => other.IdempotencyKey == report.IdempotencyKey);
            var faults = FaultsOf(report, all);
            if (earlier >= 0
                && all[earlier].EffectiveOn == report.EffectiveOn
                && all[earlier].Figures.Equals(report.Figures)
                && all[earlier].Withdraws == report.Withdraws)
            {
                answers.Add(("Duplicate", earlier + 1, false));
            }
            else if (earlier >= 0)
            {
                answers.Add(("Conflict /idempotencyKey idempotency-key-conflict", null, true));
            }
            else if (faults.Count > 0)
            {
                answers.Add(("Invalid " + string.Join(' ', faults), null, true));
            }
            else
            {
                all.Add(report);
                answers.Add(("Accepted", all.Count, false));
            }
        }

        var refused = answers.Exists(answer => answer.Refused);
        var texts = answers.Select(answer => answer.Sequence > recorded.Count
            ? (refused ? "NotRecorded" : record ? $"{answer.Text} {answer.Sequence}" : answer.Text)
            : answer.Sequence is { } sequence ? $"{answer.Text} {sequence}" : answer.Text).ToList();
        if (!refused && record)
        {
            recorded.Clear();
            recorded.AddRange(all);
        }

        return string.Join(", ", texts);
    }

    private List<string> FaultsOf(Report report, List<Report> all)
    {
        if (report.Withdraws is { } target)
        {
            if (target < 1 || target > all.Count)
                return ["/withdraws nothing-to-withdraw"];
            if (all[target - 1].Withdraws is not null)
                return ["/withdraws withdraws-a-withdrawal"];
            return all.Exists(other => other.Withdraws == target) ? ["/withdraws already-withdrawn"] : [];
        }

        var faults = new List<string>();
        foreach (var part in catalogue.Counts.Where(count => count.Of is not null))
        {
            if (ValueOf(report, part.Id) is null && ValueOf(report, part.Of!) is null)
                continue;
            var with = all.Append(report).ToList();
            for (var day = Draw.Day.AddDays(-30); day <= Draw.Day.AddDays(30); day = day.AddDays(1))
            {
                if (On(with, part.Id, day) is { } safe && On(with, part.Of!, day) is { } whole
                    && ValueOf(safe, part.Id) > ValueOf(whole, part.Of!)
                    && (ReferenceEquals(safe, report) || ReferenceEquals(whole, report)))
                {
                    faults.Add($"/counts/{(ValueOf(report, part.Id) is null ? part.Of : part.Id)} over-denominator");
                    break;
                }
            }
        }

        faults.AddRange(
            report.Figures.Counts.Where(figure => IsJump(figure, report, all)).Select(figure => $"/counts/{figure.Indicator} jump"));
        faults.AddRange(report.Figures.Statuses.Where(figure => IsReversal(figure, report, all))
            .Select(figure => $"/statuses/{figure.Indicator} reversal"));
        return faults;
    }

    private bool IsJump(CountFigure figure, Report report, List<Report> all) =>
        RuleOf(figure.Indicator, RuleCode.Jump, report) is { } rule
        && On(all, figure.Indicator, report.EffectiveOn) is { } before
        && ValueOf(before, figure.Indicator) is { } last
        && last >= rule.From
        && figure.Value > last * rule.Times;

    private bool IsReversal(StatusFigure figure, Report report, List<Report> all) =>
        RuleOf(figure.Indicator, RuleCode.Reversal, report) is not null
        && catalogue.Find(figure.Indicator) is { } status
        && figure.State == status.States[0]
        && StateOf(On(all, figure.Indicator, report.EffectiveOn), figure.Indicator) == status.Complete;

    private IndicatorRule? RuleOf(string indicator, string code, Report report) => catalogue.Find(indicator)!.Rules.FirstOrDefault(rule =>
        rule.Code == code
            && (rule.Severity == RuleSeverity.Error || (rule.Severity == RuleSeverity.Warning && !report.Confirmed.Contains(code))));

    // The report that says what a count or a status was on a day.
    private static Report? On(List<Report> all, string indicator, DateOnly day) => all
        .Where((report, place) => (ValueOf(report, indicator) is not null || StateOf(report, indicator) is not null)
            && report.EffectiveOn <= day
            && !all.Exists(other => other.Withdraws == place + 1))
        .OrderBy(report => report.EffectiveOn)
        .ThenBy(all.IndexOf)
        .LastOrDefault();

    private static string? StateOf(Report? report, string status) =>
        report?.Figures.Statuses.Where(figure => figure.Indicator == status).Select(figure => figure.State).FirstOrDefault();

    private static long? ValueOf(Report report, string count) =>
        report.Figures.Counts.Where(figure => figure.Indicator == count).Select(figure => (long?)figure.Value).FirstOrDefault();
}
