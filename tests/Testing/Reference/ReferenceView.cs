using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Aggregation.Domain.Catalogue;
using Aggregation.Domain.Folds;
using Aggregation.Domain.Reports;
using Aggregation.Domain.Tallies;
using Aggregation.Domain.Units;

namespace Aggregation.Testing.Reference;

/// <summary>The product's types seen as the reference's, so that the two can be compared.</summary>
public static class ReferenceView
{
    /// <summary>The units of an edition.</summary>
    public static List<ReferenceUnit> Of(Edition edition, IndicatorCatalogue catalogue) =>
        [.. edition.Units.Select(unit => new ReferenceUnit(unit.Code, catalogue.Levels[unit.Level].Id, unit.Parent))];

    /// <summary>The rows of a ledger that are of an edition.</summary>
    public static List<ReferenceReport> Of(Edition edition, IEnumerable<LedgerRow> rows) =>
        [.. rows.Where(row => row.UnitId < edition.IndexById.Length && edition.IndexById[row.UnitId] >= 0)
            .Select(row => Of(edition.Units[edition.IndexById[row.UnitId]].Code, row))];

    /// <summary>One row.</summary>
    public static ReferenceReport Of(string unit, LedgerRow row) => new()
    {
        Unit = unit,
        Sequence = row.Sequence,
        EffectiveOn = row.EffectiveOn,
        RecordedAt = row.RecordedAt,
        Withdraws = row.Withdraws,
        Counts = row.Figures.Counts.ToDictionary(figure => figure.Indicator, figure => figure.Value),
        Statuses = row.Figures.Statuses.ToDictionary(figure => figure.Indicator, figure => figure.State),
        Models = [.. row.Figures.Models.Select(model => new ReferenceModel(model.Name, model.Kinds, model.Sites, model.Groups))],
        Declared = row.Figures.Declared.ToDictionary(figure => figure.Indicator, figure => figure.Value),
    };

    /// <summary>A unit's subtotal and own figures as a roll-up.</summary>
    /// <exception cref="InvalidOperationException">The subtotal contradicts itself or the own figures.</exception>
    public static ReferenceRollUp Of(TallyLayout layout, Edition edition, int index, Tally subtotal, OwnFigures own)
    {
        var catalogue = layout.Catalogue;
        var unit = edition.Units[index];
        var rollUp = new ReferenceRollUp { Code = unit.Code, LastReportedOn = subtotal.LastReportedOn, RecordedAt = subtotal.RecordedAt };

        foreach (var count in catalogue.Counts)
            rollUp.Counts[count.Id] = (own.Counts[count.Slot], subtotal.Cells[TallyLayout.Count(count)]);

        foreach (var status in catalogue.Statuses)
        {
            if (own.Statuses[status.Slot] is { } state)
                rollUp.OwnStates[status.Id] = state;
            for (var level = 0; level < catalogue.Levels.Length; level++)
                AddStates(rollUp, layout, edition, index, subtotal, status, level);
        }

        foreach (var figure in own.Declared)
            rollUp.Declared.Add(figure.Indicator, figure.Value);

        rollUp.Sites = subtotal.Cells[layout.Sites];
        rollUp.Groups = subtotal.Cells[layout.Groups];
        foreach (var model in subtotal.Models)
        {
            var kinds = catalogue.ModelKinds.Where((_, kind) => model.Kinds[kind] > 0).Select(kind => kind.Id);
            rollUp.Models.Add(new ReferenceModel(model.Name, [.. kinds], model.Sites, model.Groups, model.Units));
        }

        for (var level = unit.Level + 1; level < catalogue.Levels.Length; level++)
        {
            if (edition.CountBelow(index, level) is > 0 and var total)
                rollUp.Reporting[catalogue.Levels[level].Id] = (subtotal.Cells[layout.Reported(level)], total);
        }

        return rollUp;
    }

    private static void AddStates(
        ReferenceRollUp rollUp,
        TallyLayout layout,
        Edition edition,
        int index,
        Tally subtotal,
        Indicator status,
        int level)
    {
        var total = edition.CountBelow(index, level);
        var cells = status.States.Select((_, state) => subtotal.Cells[layout.Status(status, level, state)]).ToImmutableArray();
        var ownState = level == edition.Units[index].Level && rollUp.OwnStates.TryGetValue(status.Id, out var own)
            ? status.StateOf(own)
            : -1;
        for (var state = 0; state < cells.Length; state++)
        {
            if (total == 0 && cells[state] != (state == ownState ? 1 : 0))
                throw new InvalidOperationException(
                    $"{rollUp.Code} has no unit below at level {level}, and {cells[state]} of them are {status.States[state]} in "
                        + $"{status.Id}.");
        }

        if (total == 0 || !status.AppliesTo(level))
            return;
        var line = rollUp.Statuses[$"{status.Id}/{layout.Catalogue.Levels[level].Id}"] = new SortedDictionary<string, long>(
            StringComparer.Ordinal);
        for (var state = 0; state < cells.Length; state++)
            line[status.States[state]] = cells[state];
        line["unreported"] = total - cells.Sum();
        line["total"] = total;
    }
}
