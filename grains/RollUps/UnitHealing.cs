using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Domain.Tallies;
using Aggregation.Domain.Units;
using Aggregation.Grains.Checkpoints;
using Aggregation.Ledger;
using Microsoft.Extensions.Logging;

namespace Aggregation.Grains.RollUps;

/// <summary>
/// How a parent finds that it holds less than the ledger, because a push was lost with the silo that held it, or more, because
/// somebody pushed what was never recorded, or what was recorded is gone.
/// </summary>
/// <param name="totals">What the unit holds.</param>
/// <param name="heads">What the ledger held some seconds ago.</param>
/// <param name="reader">Reads what is below from the ledger.</param>
/// <param name="time">The clock.</param>
/// <param name="onChanged">Told when the totals have changed.</param>
/// <param name="onCorrected">Told of the code of a child that held more than the ledger: it may hold itself what it pushed.</param>
/// <param name="onFenced">Told when the unit's own rows are not the ledger's.</param>
/// <param name="logger">Where it tells what it did.</param>
internal sealed class UnitHealing(
    UnitTotals totals,
    AgedHeads heads,
    AreaReader reader,
    TimeProvider time,
    Action onChanged,
    Action<string> onCorrected,
    Action<LedgerFencedException> onFenced,
    ILogger logger)
{
    // A correction that was taken over from a child is looked at once: whoever can push can claim one.
    private readonly HashSet<int> claimed = [];
    private HeldRows? held;

    /// <summary>Notes that a child pushed a subtotal with a correction of its own.</summary>
    public void AddClaim(int place) => claimed.Add(place);

    /// <summary>Compares once, and reads again whatever differs.</summary>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var bound = totals.Edition;
        var known = await heads.GetAsync(bound, cancellationToken);
        if (!ReferenceEquals(bound, totals.Edition))
            return;

        var before = held;
        held = new HeldRows(bound, known.Reading, totals.History.Rows, [.. totals.OfChildren(static tally => tally.Version.Rows)]);
        // What stood then is compared with heads that were read later, and so cannot truly be more than they say.
        var isComparable = before is not null && ReferenceEquals(before.Edition, bound) && before.Reading < known.Reading;
        if (totals.History.Rows < known.Aged?.Own(totals.Index) || (isComparable && before!.Own > known.Newest.Own(totals.Index)))
        {
            onFenced(new LedgerFencedException(totals.Unit.Id, totals.History.Rows + 1));
            return;
        }

        var behind = new List<int>();
        var ahead = new List<int>();
        for (var place = 0; place < totals.ChildCount; place++)
        {
            var child = totals.IndexOfChild(place);
            if (isComparable && before!.Children[place] > known.Newest.Area(child))
                ahead.Add(place);
            else if (claimed.Contains(place) || totals.OfChild(place).Version.Rows < known.Aged?.Area(child))
                behind.Add(place);
        }

        claimed.Clear();
        if (behind.Count + ahead.Count == 0)
            return;
        var kept = await reader.ReadCheckpointAsync();
        foreach (var place in ahead)
            await ReadAgainAsync(bound, place, kept, isAhead: true, cancellationToken);
        foreach (var place in behind)
            await ReadAgainAsync(bound, place, kept, isAhead: false, cancellationToken);
    }

    private async Task ReadAgainAsync(Edition bound, int place, byte[] kept, bool isAhead, CancellationToken cancellationToken)
    {
        if (!ReferenceEquals(bound, totals.Edition))
            return;
        var (child, code) = (totals.IndexOfChild(place), totals.CodeOfChild(place));
        if (!isAhead)
            logger.Healing(totals.Key, code);
        var fold = await reader.ReadAsync(bound, child, kept, cancellationToken);
        if (!ReferenceEquals(bound, totals.Edition))
            return;
        var (holds, truth) = (totals.OfChild(place), fold.Subtotal(child));
        if (totals.Replace(place, truth))
        {
            RollUpMeter.Propagated(totals.Level, holds, truth, time.GetUtcNow());
            onChanged();
            return;
        }

        if (!IsWrong(holds, truth, isAhead))
            return;
        logger.Correcting(totals.Key, code);
        RollUpMeter.Corrected(totals.Level);
        totals.Correct(place, truth);
        onChanged();
        onCorrected(code);
    }

    // What has as many rows must have the same figures; what has more was ahead of heads that were read later.
    private static bool IsWrong(Tally holds, Tally truth, bool isAhead) =>
        holds.Version.Rows == truth.Version.Rows ? !holds.HasSameFigures(truth) : isAhead && holds.Version.Rows > truth.Version.Rows;

    private sealed record HeldRows(Edition Edition, long Reading, int Own, long[] Children);
}
