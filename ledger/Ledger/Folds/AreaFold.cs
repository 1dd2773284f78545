using System;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Domain.Folds;
using Aggregation.Domain.Reports;
using Aggregation.Domain.Tallies;
using Aggregation.Domain.Units;

namespace Aggregation.Ledger.Folds;

/// <summary>
/// The fold of the ledger over a unit and everything below it, from nothing: the truth that live totals are compared with,
/// that warms a parent after activation, and that answers every question about another day or another instant.
/// </summary>
public sealed partial class AreaFold
{
    private readonly Edition edition;
    private readonly TallyLayout layout;
    private readonly int area;
    private readonly DateOnly? asOf;
    private readonly DateTimeOffset? knownAt;
    private readonly NameForm form;
    private readonly UnitFold?[] folds;
    private readonly Tally?[] subtotals;

    private AreaFold(
        Edition edition,
        TallyLayout layout,
        int area,
        DateOnly? asOf = null,
        DateTimeOffset? knownAt = null,
        NameForm form = NameForm.LettersFolded)
    {
        this.edition = edition;
        this.layout = layout;
        this.area = area;
        this.asOf = asOf;
        this.knownAt = knownAt;
        this.form = form;
        var size = edition.EndOf(area) - area;
        folds = new UnitFold?[size];
        subtotals = new Tally?[size];
    }

    /// <summary>Reads the ledger and folds it.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="layout">The layout of the tallies.</param>
    /// <param name="edition">The edition the area is of.</param>
    /// <param name="area">The index of the unit at the top.</param>
    /// <param name="asOf">Only reports effective on or before that day; null for all.</param>
    /// <param name="knownAt">Only rows recorded by then; null for all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="LedgerUnavailableException">The ledger cannot be read.</exception>
    public static async Task<AreaFold> ReadAsync(
        ILedger ledger,
        TallyLayout layout,
        Edition edition,
        int area,
        DateOnly? asOf,
        DateTimeOffset? knownAt,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(edition);
        var fold = new AreaFold(edition, layout, area, asOf, knownAt, ledger.NameForms.At(knownAt));
        var selection = new LedgerSelection { UnitIds = edition.IdsWithin(area), KnownAt = knownAt };
        await ledger.ReadAsync(selection, fold.Add, cancellationToken);
        fold.SumUp(0, fold.folds.Length);
        return fold;
    }

    /// <summary>
    /// The subtotal of a unit of the area; where the fold was taken up from a checkpoint, of the unit at the top and of its children.
    /// </summary>
    /// <exception cref="InvalidOperationException">The fold has not kept it.</exception>
    public Tally Subtotal(int index) =>
        subtotals[index - area] ?? throw new InvalidOperationException($"The subtotal of {edition.Units[index].Code} was not kept.");

    /// <summary>What stands of the own reports of a unit of the area.</summary>
    public OwnFigures Own(int index) => (folds[index - area] ?? new UnitFold(layout)).ToOwnFigures();

    private void Add(LedgerRow row)
    {
        RowsRead++;
        if (row.EffectiveOn > asOf)
            return;
        var place = PlaceOf(row.UnitId);
        (folds[place] ??= new UnitFold(layout, form)).Add(row);
        changed?[place] = true;
    }

    // Units stand in depth-first order, so from the last to the first every child comes before its parent.
    private void SumUp(int start, int end)
    {
        for (var place = end - 1; place >= start; place--)
        {
            var index = area + place;
            var own = folds[place]?.ToTally(edition.Generation, edition.Units[index].Level) ?? Tally.Empty(layout, edition.Generation);
            var children = edition.ChildrenOf(index);
            subtotals[place] = children.IsEmpty ? own : Sum(own, children);
            if (changed is not null && place > 0)
                Forget(children);
        }
    }

    private Tally Sum(Tally own, ReadOnlySpan<int> children)
    {
        var sum = new TallySum(layout, edition.Generation, children.Length);
        sum.Replace(TallySum.Own, own);
        for (var child = 0; child < children.Length; child++)
            sum.Replace(TallySum.OfChild(child), subtotals[children[child] - area]!);
        return sum.ToTally();
    }
}
