using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Api.Reading;
using Aggregation.Api.RollUps;
using Aggregation.Contracts;
using Aggregation.Domain.Catalogue;
using Aggregation.Domain.Tallies;
using Aggregation.Domain.Units;

namespace Aggregation.Api.Outstanding;

/// <summary>Finds the units of a level that are not in a status' complete state.</summary>
/// <param name="layout">The layout of the tallies.</param>
/// <param name="live">The grains.</param>
/// <param name="historical">The folds.</param>
public sealed class OutstandingStatuses(TallyLayout layout, LiveRollUps live, HistoricalRollUps historical)
{
    /// <summary>Every unit that is awaited, in no order.</summary>
    public async Task<IReadOnlyCollection<AwaitedUnit>> FindAsync(
        Edition edition,
        int area,
        Indicator status,
        int level,
        FigureDates dates,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(status);
        if (dates.IsLive)
        {
            var search = new Search(edition, status, level, []);
            ConcurrentBag<int> units = [area];
            while (!units.IsEmpty)
                units = await LookBelowAsync(search, units, cancellationToken);
            return search.Found;
        }

        var fold = await historical.GetAsync(edition, area, dates, cancellationToken);
        return [.. EditionIndex.Of(edition)
            .UnitsBelow(area, level)
            .Select(index => Look(status, level, index, fold.Subtotal(index)))
            .OfType<AwaitedUnit>()];
    }

    // A unit holds the subtotals of its children: only where one of them says that somebody is awaited further below is it asked itself.
    private async Task<ConcurrentBag<int>> LookBelowAsync(Search search, ConcurrentBag<int> units, CancellationToken cancellationToken)
    {
        var further = new ConcurrentBag<int>();
        await LiveRollUps.ForEachAsync(units, LookAsync, cancellationToken);
        return further;

        async Task LookAsync(int index)
        {
            var tallies = await live.GetChildrenAsync(search.Edition, index);
            var children = search.Edition.ChildrenOf(index);
            for (var place = 0; place < children.Length; place++)
            {
                if (search.Edition.Units[children[place]].Level == search.Level
                    && Look(search.Status, search.Level, children[place], tallies[place]) is { } awaited)
                {
                    search.Found.Add(awaited);
                }

                if (IsAnyAwaitedBelow(search, children[place], tallies[place]))
                    further.Add(children[place]);
            }
        }
    }

    private bool IsAnyAwaitedBelow(Search search, int index, Tally tally)
    {
        var below = EditionIndex.Of(search.Edition).CountBelow(index, search.Level);
        return below > 0 && tally.Cells[layout.Status(search.Status, search.Level, search.Status.StateOf(search.Status.Complete!))] < below;
    }

    private AwaitedUnit? Look(Indicator status, int level, int index, Tally tally)
    {
        for (var state = 0; state < status.States.Length; state++)
        {
            if (tally.Cells[layout.Status(status, level, state)] > 0)
                return status.States[state] == status.Complete
                    ? null
                    : new AwaitedUnit(index, status.States[state], tally.OwnLastReportedOn);
        }

        return new AwaitedUnit(index, AwaitedUnit.Unreported, tally.OwnLastReportedOn);
    }

    private sealed record Search(Edition Edition, Indicator Status, int Level, ConcurrentBag<AwaitedUnit> Found);
}
