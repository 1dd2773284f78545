using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Api.RollUps;
using Aggregation.Contracts;
using Aggregation.Domain.Units;
using Aggregation.Ledger;

namespace Aggregation.Api.Outstanding;

/// <summary>Finds the units without a report effective between two days.</summary>
/// <param name="queries">The ledger.</param>
/// <param name="live">The grains.</param>
/// <param name="historical">The folds.</param>
public sealed class OutstandingReports(ILedgerQueries queries, LiveRollUps live, HistoricalRollUps historical)
{
    /// <summary>Those of the units that have not reported, in their order.</summary>
    public async Task<ImmutableArray<int>> FindAsync(
        Edition edition,
        ImmutableArray<int> units,
        DateOnly from,
        DateOnly to,
        FigureDates dates,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(edition);
        var last = dates.AsOf < to ? dates.AsOf.Value : to;
        if (last < from)
            return units;
        var reporting = await queries.FindReportingAsync(
            [.. units.Select(index => edition.Units[index].Id)],
            from,
            last,
            dates.KnownAt,
            cancellationToken);
        return units.RemoveAll(index => reporting.Contains(edition.Units[index].Id));
    }

    /// <summary>When each of a page's units last reported, whatever the days asked for.</summary>
    public async Task<IReadOnlyCollection<AwaitedUnit>> DescribeAsync(
        Edition edition,
        int area,
        ImmutableArray<int> page,
        FigureDates dates,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(edition);
        if (!dates.IsLive)
        {
            var fold = await historical.GetAsync(edition, area, dates, cancellationToken);
            return [.. page.Select(index => new AwaitedUnit(index, AwaitedUnit.Unreported, fold.Subtotal(index).OwnLastReportedOn))];
        }

        var wanted = page.ToHashSet();
        var found = new ConcurrentDictionary<int, AwaitedUnit>();
        await LiveRollUps.ForEachAsync(page.Select(edition.ParentOf).Distinct(), LookAsync, cancellationToken);
        return [.. page.Select(index => found[index])];

        async Task LookAsync(int parent)
        {
            var tallies = await live.GetChildrenAsync(edition, parent);
            var children = edition.ChildrenOf(parent);
            for (var place = 0; place < children.Length; place++)
            {
                if (wanted.Contains(children[place]))
                    found[children[place]] = new AwaitedUnit(children[place], AwaitedUnit.Unreported, tallies[place].OwnLastReportedOn);
            }
        }
    }
}
