using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Contracts;
using Aggregation.Domain.Tallies;
using Aggregation.Domain.Units;
using Aggregation.Ledger;
using Aggregation.Ledger.Folds;

namespace Aggregation.Api.RollUps;

/// <summary>
/// Figures as of a day and as known at an instant, folded from the ledger. Those who ask for the same at once share one fold,
/// and a few recent folds are kept for as long as the ledger has nothing new in their area.
/// </summary>
/// <param name="ledger">The ledger.</param>
/// <param name="layout">The layout of the tallies.</param>
/// <param name="limit">How many folds are at work.</param>
/// <param name="time">The clock.</param>
public sealed class HistoricalRollUps(ILedger ledger, TallyLayout layout, FoldLimit limit, TimeProvider time)
{
    /// <summary>How many units the folds that are kept may have together.</summary>
    private const int UnitsKept = 50_000;

    /// <summary>After so long no row can appear any more that was recorded before.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly List<SharedFold> recent = [];

    /// <summary>Folds an area, or takes a fold that holds it.</summary>
    /// <exception cref="LedgerUnavailableException">The ledger cannot be read.</exception>
    /// <exception cref="TooManyFoldsException">As many folds as may wait do.</exception>
    public async Task<HistoricalArea> GetAsync(Edition edition, int area, FigureDates dates, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(edition);
        var rows = dates.KnownAt < time.GetUtcNow() - Settled
            ? null
            : new AreaRows(edition, await ledger.ReadHeadsAsync(cancellationToken));
        SharedFold shared;
        lock (gate)
        {
            shared = Find(edition, area, dates, rows) ?? Start(edition, area, dates, rows);
            shared.Readers++;
        }

        try
        {
            return new HistoricalArea(edition, await shared.Fold.WaitAsync(cancellationToken), dates, shared.Rows);
        }
        finally
        {
            Leave(shared);
        }
    }

    private SharedFold? Find(Edition edition, int area, FigureDates dates, AreaRows? rows)
    {
        var place = recent.FindIndex(shared => shared.Serves(edition, area, dates, rows));
        if (place < 0)
            return null;
        var found = recent[place];
        recent.RemoveAt(place);
        recent.Insert(0, found);
        return found;
    }

    private SharedFold Start(Edition edition, int area, FigureDates dates, AreaRows? rows)
    {
        var shared = new SharedFold(edition, area, dates, rows);
        shared.Start(cancellation => limit.RunAsync(
            () => AreaFold.ReadAsync(ledger, layout, edition, area, dates.AsOf, dates.KnownAt, cancellation),
            cancellation));
        recent.RemoveAll(shared.Replaces);
        recent.Insert(0, shared);
        var units = 0;
        recent.RemoveAll(kept => kept != shared && (units += kept.Units) + shared.Units > UnitsKept);
        return shared;
    }

    // A fold that failed is of no use to anybody, and one that nobody waits for any more is not worth its reading.
    private void Leave(SharedFold shared)
    {
        lock (gate)
        {
            shared.Readers--;
            if (shared.Fold.IsCompletedSuccessfully || (shared.Readers > 0 && !shared.Fold.IsCompleted))
                return;
            recent.Remove(shared);
        }

        shared.Cancel();
    }
}
