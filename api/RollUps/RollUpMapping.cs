using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Aggregation.Api.Reading;
using Aggregation.Contracts;
using Aggregation.Domain.Catalogue;
using Aggregation.Domain.Folds;
using Aggregation.Domain.Tallies;
using Aggregation.Domain.Units;

namespace Aggregation.Api.RollUps;

/// <summary>Makes the API's roll-up out of a tally, the registry's names and denominators, and the catalogue's labels.</summary>
/// <param name="layout">The layout of the tallies.</param>
/// <param name="simulation">Says what may be invented.</param>
public sealed class RollUpMapping(TallyLayout layout, Simulation simulation)
{
    private IndicatorCatalogue Catalogue => layout.Catalogue;

    /// <summary>The roll-up of a unit.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="index">The unit's index.</param>
    /// <param name="own">What stands of the unit's own reports.</param>
    /// <param name="subtotal">The sum over the unit and everything below it.</param>
    /// <param name="version">What changes with every change.</param>
    /// <param name="warming">True while the subtotal is a checkpoint's.</param>
    public UnitRollUp Map(Edition edition, int index, OwnFigures own, Tally subtotal, string version, bool warming = false)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(subtotal);
        var unit = edition.Units[index];
        var levels = LevelsBelow(edition, index);
        return new UnitRollUp
        {
            Code = unit.Code,
            Name = unit.Name,
            Kind = unit.Kind,
            Level = Catalogue.Levels[unit.Level].Id,
            Parent = unit.Parent,
            Region = unit.Region,
            Edition = edition.Name,
            Simulated = simulation.Covers(edition),
            Version = version,
            RecordedAt = subtotal.RecordedAt,
            LastReportedOn = subtotal.LastReportedOn,
            Warming = warming,
            Headlines = Headlines(levels, subtotal),
            Counts = Counts(unit, levels, own, subtotal),
            Models = new ModelTotals(subtotal.Models.Length, subtotal.Cells[layout.Sites], subtotal.Cells[layout.Groups]),
            Declared = own.Declared.ToDictionary(figure => figure.Indicator, figure => figure.Value, StringComparer.Ordinal),
            Statuses = Statuses(unit, levels, own, subtotal),
            Reporting = levels.ToDictionary(
                level => Id(level.Level),
                level => new ReportingLevel((int)subtotal.Cells[layout.Reported(level.Level)], level.Total),
                StringComparer.Ordinal),
        };
    }

    private static List<LevelBelow> LevelsBelow(Edition edition, int index)
    {
        var lookup = EditionIndex.Of(edition);
        return [.. lookup.LevelsBelow(index).Select(level => new LevelBelow(level, lookup.CountBelow(index, level)))];
    }

    private static bool Concerns(Indicator indicator, Unit unit, List<LevelBelow> levels) =>
        indicator.AppliesTo(unit.Level) || levels.Exists(level => indicator.AppliesTo(level.Level));

    private string Id(int level) => Catalogue.Levels[level].Id;

    private List<Headline> Headlines(List<LevelBelow> levels, Tally subtotal)
    {
        var headlines = new List<Headline>();
        foreach (var (level, total) in levels)
        {
            foreach (var status in Catalogue.Statuses)
            {
                if (!status.AppliesTo(level))
                    continue;
                var complete = subtotal.Cells[layout.Status(status, level, status.StateOf(status.Complete!))];
                var text = string.Create(CultureInfo.InvariantCulture, $"{complete}/{total} {status.Label.Vi}");
                headlines.Add(new Headline(status.Id, Id(level), complete, total, text));
            }
        }

        return headlines;
    }

    private Dictionary<string, CountTotal> Counts(Unit unit, List<LevelBelow> levels, OwnFigures own, Tally subtotal)
    {
        var counts = new Dictionary<string, CountTotal>(Catalogue.Counts.Length, StringComparer.Ordinal);
        foreach (var count in Catalogue.Counts)
        {
            if (Concerns(count, unit, levels))
                counts.Add(count.Id, new CountTotal(own.Counts[count.Slot], subtotal.Cells[TallyLayout.Count(count)]));
        }

        return counts;
    }

    private Dictionary<string, StatusRollUp> Statuses(Unit unit, List<LevelBelow> levels, OwnFigures own, Tally subtotal)
    {
        var statuses = new Dictionary<string, StatusRollUp>(Catalogue.Statuses.Length, StringComparer.Ordinal);
        foreach (var status in Catalogue.Statuses)
        {
            if (!Concerns(status, unit, levels))
                continue;
            var below = new Dictionary<string, StatusLevel>(StringComparer.Ordinal);
            foreach (var (level, total) in levels)
            {
                if (status.AppliesTo(level))
                    below.Add(Id(level), StatusLevel(status, level, total, subtotal));
            }

            statuses.Add(status.Id, new StatusRollUp(own.Statuses[status.Slot], below));
        }

        return statuses;
    }

    // The state people wait for comes first.
    private StatusLevel StatusLevel(Indicator status, int level, int total, Tally subtotal)
    {
        var states = new Dictionary<string, long>(status.States.Length, StringComparer.Ordinal);
        var unreported = (long)total;
        for (var state = status.States.Length - 1; state >= 0; state--)
        {
            var units = subtotal.Cells[layout.Status(status, level, state)];
            states.Add(status.States[state], units);
            unreported -= units;
        }

        return new StatusLevel(total, states, unreported);
    }

    private readonly record struct LevelBelow(int Level, int Total);
}
