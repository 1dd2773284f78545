using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Domain.Folds;
using Aggregation.Domain.Reports;
using Aggregation.Domain.Tallies;
using Aggregation.Domain.Units;

namespace Aggregation.Ledger.Folds;

/// <content>
/// How a fold is kept and taken up again. The ledger only grows, so the rows that a checkpoint has folded fold to the same for
/// ever; what would make them fold to something else (a withdrawal, another ledger) has the unit read from its first row.
/// </content>
public sealed partial class AreaFold
{
    // Which units have changed since they were summed up; null in a fold that keeps the subtotal of every unit.
    private bool[]? changed;

    /// <summary>How many rows of the area are folded.</summary>
    public long Rows => subtotals[0]?.Version.Rows ?? 0;

    /// <summary>How many rows were read to make it.</summary>
    public long RowsRead { get; private set; }

    /// <summary>Takes up a fold as it was when it was kept, with the ledger not asked yet.</summary>
    /// <param name="checkpoint">What <see cref="ToCheckpoint"/> gave, of this area, one around it or one within it; no bytes to begin
    /// with nothing.</param>
    /// <param name="layout">The layout of the tallies.</param>
    /// <param name="edition">The edition the area is of, whatever edition it was when the fold was kept.</param>
    /// <param name="area">The index of the unit at the top.</param>
    /// <exception cref="InvalidDataException">It cannot be used; the message says why, as the end of a sentence.</exception>
    public static AreaFold Restore(byte[] checkpoint, TallyLayout layout, Edition edition, int area)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(edition);
        var fold = new AreaFold(edition, layout, area);
        fold.changed = new bool[fold.folds.Length];
        if (checkpoint.Length == 0)
            return fold;
        AreaCheckpoint.Read(checkpoint, layout, (unit, unitFold) =>
        {
            var index = unit <= edition.HighestId ? edition.IndexById[unit] : -1;
            if (edition.IsWithin(index, area))
                fold.folds[index - area] = unitFold;
        });
        fold.SumUpChanged();
        return fold;
    }

    /// <summary>Brings a fold that was taken up to what the ledger has now, reading only what came later.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="cancellationToken">Ends the reading; the fold is of no use then.</param>
    /// <returns>False when the ledger does not have the rows that were folded: then all there are were read from the first on.</returns>
    /// <exception cref="LedgerUnavailableException">The ledger cannot be read; the fold is of no use then.</exception>
    public async Task<bool> CatchUpAsync(ILedger ledger, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        var later = new LaterRows(this);
        var selection = Rows == 0
            ? new LedgerSelection { UnitIds = edition.IdsWithin(area) }
            : later.Select(await ledger.ReadHeadsAsync(cancellationToken));
        if (selection is { UnitIds.Count: > 0 })
            await ledger.ReadAsync(selection, later.Take, cancellationToken);

        var isBelieved = selection is not null && later.AreOfThisLedger;

        var anew = isBelieved ? later.Anew : edition.IdsWithin(area);
        foreach (var unit in anew)
        {
            folds[PlaceOf(unit)] = null;
            changed![PlaceOf(unit)] = true;
        }

        if (anew.Count > 0)
            await ledger.ReadAsync(new LedgerSelection { UnitIds = anew }, Add, cancellationToken);
        SumUpChanged();
        return isBelieved;
    }

    /// <summary>The fold as bytes. Only a fold of everything known now can be kept.</summary>
    /// <exception cref="InvalidOperationException">It is a fold as of some day or instant.</exception>
    public byte[] ToCheckpoint()
    {
        if (asOf is not null || knownAt is not null)
            throw new InvalidOperationException("A fold of what was, or of what was known, is no checkpoint.");
        var kept = new List<KeyValuePair<int, UnitFold>>(folds.Length);
        for (var place = 0; place < folds.Length; place++)
        {
            if (folds[place] is { Rows: > 0 } fold)
                kept.Add(new(edition.Units[area + place].Id, fold));
        }

        kept.Sort(static (one, other) => one.Key.CompareTo(other.Key));
        return AreaCheckpoint.Write(layout, kept);
    }

    // A child below which nothing has changed stays as it is.
    private void SumUpChanged()
    {
        foreach (var child in edition.ChildrenOf(area))
        {
            var (start, end) = (child - area, edition.EndOf(child) - area);
            if (subtotals[start] is null || changed.AsSpan(start..end).Contains(true))
                SumUp(start, end);
        }

        SumUp(0, 1);
        Array.Clear(changed!);
    }

    // Nobody asks a live unit for what is further below than its children, and with many models it would be most of the memory.
    private void Forget(ReadOnlySpan<int> children)
    {
        foreach (var child in children)
            subtotals[child - area] = null;
    }

    private int PlaceOf(int unit) => edition.IndexById[unit] - area;

    /// <summary>
    /// The rows that came after those that were folded, and with them the newest of those that were: where a ledger went back
    /// to an earlier state that one is gone, because rows are lost from the end.
    /// </summary>
    private sealed class LaterRows(AreaFold fold)
    {
        private readonly int[] kept = Array.ConvertAll(fold.folds, unit => unit?.Rows ?? 0);
        private readonly int newest = NewestOf(fold.folds);
        private readonly SortedSet<int> anew = [];
        private bool isNewestFound;

        /// <summary>The units to be read from their first row: some row that was folded has been withdrawn since.</summary>
        public IReadOnlyList<int> Anew => [.. anew];

        /// <summary>True when the newest row that was folded is there.</summary>
        public bool AreOfThisLedger => isNewestFound || newest < 0;

        /// <summary>What to read; null when the ledger has fewer rows of some unit than were folded.</summary>
        public LedgerSelection? Select(LedgerHeads heads)
        {
            var after = new SortedDictionary<int, int>();
            for (var place = 0; place < kept.Length; place++)
            {
                var unit = fold.edition.Units[fold.area + place].Id;
                if (heads.Of(unit) < kept[place])
                    return null;
                if (place == newest)
                    after.Add(unit, kept[place] - 1);
                else if (heads.Of(unit) > kept[place])
                    after.Add(unit, kept[place]);
            }

            return new LedgerSelection { UnitIds = [.. after.Keys], After = [.. after.Values] };
        }

        public void Take(LedgerRow row)
        {
            var place = fold.PlaceOf(row.UnitId);
            if (row.Sequence <= kept[place])
                isNewestFound = row.RecordedAt == fold.folds[place]!.RecordedAt;
            else if (row.Withdraws <= kept[place])
                anew.Add(row.UnitId);
            else
                fold.Add(row);
        }

        private static int NewestOf(UnitFold?[] folds)
        {
            var found = -1;
            for (var place = 0; place < folds.Length; place++)
            {
                if (folds[place] is { } unit && (found < 0 || unit.RecordedAt > folds[found]!.RecordedAt))
                    found = place;
            }

            return found;
        }
    }
}
