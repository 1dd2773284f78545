using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Domain.Tallies;
using Aggregation.Domain.Units;
using Aggregation.Ledger;

namespace Aggregation.Grains.RollUps;

/// <content>
/// How a parent finds that it holds less than the ledger, because a push was lost with the silo that held it, or more, because
/// somebody pushed what was never recorded, or what was recorded is gone.
/// </content>
public sealed partial class UnitGrain
{
    // A correction that was taken over from a child is looked at once: whoever can push can claim one.
    private readonly HashSet<int> claimed = [];
    private HeldRows? held;

    private async Task HealAsync(CancellationToken cancellationToken)
    {
        EnsureCurrent();
        if (!warm.Task.IsCompletedSuccessfully)
            return;
        KeepIfDue();
        var bound = edition;
        var known = await heads.GetAsync(bound, cancellationToken);
        if (!ReferenceEquals(bound, edition))
            return;

        var before = held;
        held = Hold(known.Reading);
        var isComparable = before is not null && ReferenceEquals(before.Edition, bound) && before.Reading < known.Reading;
        if (history.Rows < known.Aged?.Own(index) || (isComparable && before!.Own > known.Newest.Own(index)))
        {
            Discard(new LedgerFencedException(Unit.Id, history.Rows + 1), []);
            return;
        }

        var behind = new List<int>();
        var ahead = new List<int>();
        for (var place = 0; place < sum.PartCount - 1; place++)
        {
            var child = bound.ChildrenOf(index)[place];
            if (isComparable && before!.Children[place] > known.Newest.Area(child))
                ahead.Add(place);
            else if (claimed.Contains(place) || sum.Part(TallySum.OfChild(place)).Version.Rows < known.Aged?.Area(child))
                behind.Add(place);
        }

        claimed.Clear();
        if (behind.Count + ahead.Count == 0)
            return;
        var kept = await ReadCheckpointAsync();
        foreach (var place in ahead)
            await ReadAgainAsync(bound, place, kept, isAhead: true);
        foreach (var place in behind)
            await ReadAgainAsync(bound, place, kept, isAhead: false);
    }

    // What stands now is compared with heads that are read later, and so cannot truly be more than they say.
    private HeldRows Hold(long reading)
    {
        var children = new long[sum.PartCount - 1];
        for (var place = 0; place < children.Length; place++)
            children[place] = sum.Part(TallySum.OfChild(place)).Version.Rows;
        return new HeldRows(edition, reading, history.Rows, children);
    }

    private async Task ReadAgainAsync(Edition bound, int place, byte[] kept, bool isAhead)
    {
        if (!ReferenceEquals(bound, edition))
            return;
        var child = bound.ChildrenOf(index)[place];
        var code = bound.Units[child].Code;
        if (!isAhead)
            logger.Healing(key, code);
        var fold = await FoldAsync(bound, child, kept);
        if (!ReferenceEquals(bound, edition))
            return;
        var (part, truth) = (TallySum.OfChild(place), fold.Subtotal(child));
        if (TakeSubtotal(place, truth))
        {
            OnChanged();
            return;
        }

        var holds = sum.Part(part);
        if (holds.Version.Rows < truth.Version.Rows || (holds.Version.Rows == truth.Version.Rows && holds.HasSameFigures(truth)) || !(isAhead || holds.Version.Rows == truth.Version.Rows))
            return;
        logger.Correcting(key, code);
        RollUpMeter.Corrected(Level);
        sum.Correct(part, truth);
        OnChanged();
        _ = ReloadAsync(code);
    }

    // It may hold itself what it pushed.
    private async Task ReloadAsync(string child)
    {
        try
        {
            await GrainFactory.GetGrain<IUnitGrain>(new UnitKey(key.Edition, child).ToString()).Reload();
        }
        catch (Exception exception)
        {
            logger.NotReloaded(child, exception);
        }
    }

    // What nobody who computes a subtotal can make.
    private void EnsureSubtotal(string child, Tally subtotal)
    {
        if (subtotal.Cells.Length != layout.Length || subtotal.Version.Rows < 0 || subtotal.Version.Correction is < 0 or > TallyVersion.MaxCorrection)
            throw new ArgumentException($"What {child} pushes has no form of a subtotal.", nameof(subtotal));
        foreach (var cell in subtotal.Cells)
        {
            if (cell < 0)
                throw new ArgumentException($"What {child} pushes counts below zero.", nameof(subtotal));
        }

        for (var place = 0; place < subtotal.Models.Length; place++)
        {
            var model = subtotal.Models[place];
            if (model?.Kinds.IsDefault != false || model.Kinds.Length != layout.Catalogue.ModelKinds.Length || model.Kinds.AsSpan().ContainsAnyInRange(int.MinValue, -1))
                throw new ArgumentException($"What {child} pushes has a model without its kinds.", nameof(subtotal));
            if (model.Units < 1 || model.Sites < 0 || model.Groups < 0 || (place > 0 && string.CompareOrdinal(subtotal.Models[place - 1].NormalName, model.NormalName) >= 0))
                throw new ArgumentException($"What {child} pushes names models in no order.", nameof(subtotal));
        }
    }

    private sealed record HeldRows(Edition Edition, long Reading, int Own, long[] Children);
}
