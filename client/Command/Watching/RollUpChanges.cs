using System.Collections.Generic;
using Aggregation.Commands.Output;
using Aggregation.Contracts;

namespace Aggregation.Commands.Watching;

/// <summary>What differs between two roll-ups of one unit, the figures that are read out first.</summary>
/// <param name="words">What things are called.</param>
internal sealed class RollUpChanges(CatalogueWords words)
{
    public List<FigureChange> Between(UnitRollUp before, UnitRollUp after)
    {
        var changes = new List<FigureChange>();
        foreach (var (indicator, status) in after.Statuses)
        {
            if (before.Statuses.TryGetValue(indicator, out var old))
                AddStatus(changes, indicator, old, status);
        }

        foreach (var (indicator, count) in after.Counts)
        {
            if (before.Counts.TryGetValue(indicator, out var old))
                Add(changes, words.LabelOf(indicator), old.Total, count.Total);
        }

        Add(changes, Words.Get("Models"), before.Models.Distinct, after.Models.Distinct);
        Add(changes, Words.Get("Sites"), before.Models.Sites, after.Models.Sites);
        Add(changes, Words.Get("Groups"), before.Models.Groups, after.Models.Groups);
        foreach (var (level, reporting) in after.Reporting)
        {
            if (before.Reporting.TryGetValue(level, out var old))
                Add(changes, $"{Words.Get("HasReported")} ({words.LevelOf(level)})", old.Reported, reporting.Reported);
        }

        return changes;
    }

    private static void Add(List<FigureChange> changes, string label, long before, long after)
    {
        if (before != after)
            changes.Add(new FigureChange(label, Figure.Of(before), Figure.Of(after)));
    }

    private void AddStatus(List<FigureChange> changes, string indicator, StatusRollUp before, StatusRollUp after)
    {
        if (before.Own != after.Own)
            changes.Add(new FigureChange(
                words.LabelOf(indicator),
                words.StateOf(indicator, before.Own),
                words.StateOf(indicator, after.Own)));
        var complete = words.CompleteOf(indicator);
        foreach (var (level, states) in after.Levels)
        {
            if (!before.Levels.TryGetValue(level, out var old) || complete is null)
                continue;
            Add(changes, $"{words.LabelOf(indicator)} ({words.LevelOf(level)})", old.States.GetValueOrDefault(
                complete), states.States.GetValueOrDefault(complete));
        }
    }
}
