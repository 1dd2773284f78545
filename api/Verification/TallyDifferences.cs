using System;
using System.Collections.Generic;
using System.Globalization;
using Aggregation.Contracts;
using Aggregation.Domain.Folds;
using Aggregation.Domain.Tallies;

namespace Aggregation.Api.Verification;

/// <summary>Compares a live subtotal with the ledger's, figure by figure.</summary>
/// <param name="layout">The layout of both.</param>
public sealed class TallyDifferences(TallyLayout layout)
{
    private readonly string[] names = Name(layout);

    /// <summary>What differs between two subtotals of one unit.</summary>
    public IEnumerable<Difference> Between(string unit, Tally live, Tally ledger)
    {
        ArgumentNullException.ThrowIfNull(live);
        ArgumentNullException.ThrowIfNull(ledger);
        if (live.Version.Rows != ledger.Version.Rows)
            yield return Of("rows", live.Version.Rows, ledger.Version.Rows);
        for (var cell = 0; cell < names.Length; cell++)
        {
            if (live.Cells[cell] != ledger.Cells[cell])
                yield return Of(names[cell], live.Cells[cell], ledger.Cells[cell]);
        }

        if (live.LastReportedOn != ledger.LastReportedOn)
            yield return Of("lastReportedOn", live.LastReportedOn, ledger.LastReportedOn);
        if (live.RecordedAt != ledger.RecordedAt)
            yield return Of("recordedAt", live.RecordedAt, ledger.RecordedAt);
        if (!live.Models.AsSpan().SequenceEqual(ledger.Models.AsSpan()))
            yield return FirstModel(unit, live, ledger);

        Difference Of(string figure, object? left, object? right) => new(unit, figure, Text(left), Text(right));
    }

    /// <summary>What differs between two sets of a unit's own figures.</summary>
    public IEnumerable<Difference> BetweenOwn(string unit, OwnFigures live, OwnFigures ledger)
    {
        ArgumentNullException.ThrowIfNull(live);
        ArgumentNullException.ThrowIfNull(ledger);
        foreach (var count in layout.Catalogue.Counts)
        {
            if (live.Counts[count.Slot] != ledger.Counts[count.Slot])
                yield return new Difference(unit, $"own.{count.Id}", Text(live.Counts[count.Slot]), Text(ledger.Counts[count.Slot]));
        }

        foreach (var status in layout.Catalogue.Statuses)
        {
            if (!string.Equals(live.Statuses[status.Slot], ledger.Statuses[status.Slot], StringComparison.Ordinal))
                yield return new Difference(unit, $"own.{status.Id}", Text(live.Statuses[status.Slot]), Text(ledger.Statuses[status.Slot]));
        }

        if (!live.Declared.AsSpan().SequenceEqual(ledger.Declared.AsSpan()))
            yield return new Difference(unit, "declared", string.Join(", ", live.Declared), string.Join(", ", ledger.Declared));
    }

    private static Difference FirstModel(string unit, Tally live, Tally ledger)
    {
        var place = 0;
        while (place < live.Models.Length && place < ledger.Models.Length && live.Models[place].Equals(ledger.Models[place]))
            place++;
        return new Difference(unit, "models", Describe(live, place), Describe(ledger, place));
    }

    private static string Describe(Tally tally, int place) => place < tally.Models.Length
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"{tally.Models[place].Name}: {tally.Models[place].Sites} sites, {tally.Models[place].Groups} groups, "
                + $"{tally.Models[place].Units} units")
        : "";

    private static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    private static string[] Name(TallyLayout layout)
    {
        var catalogue = layout.Catalogue;
        var cells = new string[layout.Length];
        foreach (var count in catalogue.Counts)
            cells[TallyLayout.Count(count)] = $"counts.{count.Id}";
        for (var level = 0; level < catalogue.Levels.Length; level++)
        {
            cells[layout.Reported(level)] = $"reporting.{catalogue.Levels[level].Id}";
            foreach (var status in catalogue.Statuses)
            {
                for (var state = 0; state < status.States.Length; state++)
                    cells[layout.Status(status, level, state)] =
                        $"statuses.{status.Id}.{catalogue.Levels[level].Id}.{status.States[state]}";
            }
        }

        cells[layout.Sites] = "models.sites";
        cells[layout.Groups] = "models.groups";
        return cells;
    }
}
