using System.Collections.Generic;
using System.Linq;
using Aggregation.Contracts;

namespace Aggregation.Commands.Output;

/// <summary>Shows a roll-up to a person.</summary>
/// <param name="printer">Where.</param>
/// <param name="words">What things are called.</param>
internal sealed class RollUpPrinter(Printer printer, CatalogueWords words)
{
    public void Print(UnitRollUp rollUp)
    {
        printer.Line($"{rollUp.Name} ({rollUp.Code}) · {rollUp.Kind} · {Words.Get("EditionOf", rollUp.Edition)}", "bold");
        if (rollUp.Simulated)
            printer.Line(Words.Get("Simulated"), "yellow");
        if (rollUp.Warming)
            printer.Line(Words.Get("Warming"), "yellow");
        PrintHeadlines(rollUp);
        PrintStatuses(rollUp);
        PrintCounts(rollUp);
        PrintModels(rollUp);
        PrintReporting(rollUp);
        printer.Line(Words.Get("LastReport", Figure.Of(rollUp.LastReportedOn), Figure.Of(rollUp.RecordedAt)), "grey");
    }

    private void PrintHeadlines(UnitRollUp rollUp)
    {
        // The nearest level is what is read out.
        var nearest = rollUp.Headlines.Count > 0 ? rollUp.Headlines[0].Level : null;
        foreach (var headline in rollUp.Headlines.Where(headline => headline.Level == nearest))
            printer.Line($"{words.TextOf(headline)}  ({words.LevelOf(headline.Level)})", headline.Complete == headline.Total
                ? "bold green"
                : "bold");
        foreach (var (indicator, status) in rollUp.Statuses.Where(status => status.Value.Own is not null))
            printer.Line($"{Words.Get("OwnState")} – {words.LabelOf(indicator)}: {words.StateOf(indicator, status.Own)}");
    }

    private void PrintStatuses(UnitRollUp rollUp)
    {
        var rows = new List<string[]>();
        foreach (var (indicator, status) in rollUp.Statuses)
        {
            foreach (var (level, states) in status.Levels)
            {
                var complete = words.CompleteOf(indicator) is { } id && states.States.TryGetValue(id, out var units) ? units : 0;
                var parts = states.States.Where(state => state.Value > 0)
                    .Select(state => $"{words.StateOf(indicator, state.Key)} {Figure.Of(state.Value)}");
                if (states.Unreported > 0)
                    parts = parts.Append($"{words.StateOf(indicator, null)} {Figure.Of(states.Unreported)}");
                rows.Add([words.LabelOf(indicator), words.LevelOf(level), $"{Figure.Of(complete)}/{Figure.Of(states.Total)}", string.Join(
                    " · ",
                    parts)]);
            }
        }

        if (rows.Count > 0)
            printer.Table([Words.Get("Indicator"), Words.Get("Level"), "#" + Words.Get("Complete"), Words.Get("States")], rows);
    }

    private void PrintCounts(UnitRollUp rollUp) => printer.Table(
        [Words.Get("Indicator"), "#" + Words.Get("Total"), "#" + Words.Get("Share"), "#" + Words.Get("Own")],
        rollUp.Counts.Select(count => new[] { words.LabelOf(count.Key), Figure.Of(count.Value.Total), ShareOf(
            rollUp,
            count.Key,
            count.Value), Figure.Of(count.Value.Own) }));

    private string ShareOf(UnitRollUp rollUp, string indicator, CountTotal count) =>
        words.WholeOf(indicator) is { } whole && rollUp.Counts.TryGetValue(whole, out var denominator)
            ? Figure.Share(count.Total, denominator.Total)
            : "";

    private void PrintModels(UnitRollUp rollUp)
    {
        var models = rollUp.Models;
        printer.Line(Words.Get("ModelTotals", Figure.Of(models.Distinct), Figure.Of(models.Sites), Figure.Of(models.Groups)));
        foreach (var (name, value) in rollUp.Declared)
            printer.Line(name == "models"
                ? Words.Get("DeclaredModels", Figure.Of(value), Figure.Of(models.Distinct))
                : Words.Get("Declared", name, Figure.Of(value)));
    }

    private void PrintReporting(UnitRollUp rollUp)
    {
        if (rollUp.Reporting.Count > 0)
            printer.Line(Words.Get("Reporting", string.Join(" · ", rollUp.Reporting.Select(level =>
                $"{words.LevelOf(level.Key)} {Figure.Of(level.Value.Reported)}/{Figure.Of(level.Value.Total)}"))));
    }
}
