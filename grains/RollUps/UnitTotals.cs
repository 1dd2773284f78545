using System;
using System.Collections.Immutable;
using Aggregation.Domain.Catalogue;
using Aggregation.Domain.Tallies;
using Aggregation.Domain.Units;

namespace Aggregation.Grains.RollUps;

/// <summary>
/// What a unit holds: its place in the edition, its own rows, and the newest subtotal of each child. It changes only between
/// awaits, and belongs to one activation.
/// </summary>
/// <param name="key">The unit.</param>
/// <param name="layout">The layout of the tallies.</param>
internal sealed class UnitTotals(UnitKey key, TallyLayout layout)
{
    private TallySum sum = null!;
    private Tally? subtotal;
    private RollUp? rollUp;

    /// <summary>The unit.</summary>
    public UnitKey Key => key;

    /// <summary>The layout of the tallies.</summary>
    public TallyLayout Layout => layout;

    /// <summary>The unit's own rows.</summary>
    public UnitHistory History { get; } = new(layout);

    /// <summary>The edition as it was when the unit was last bound to it; null before.</summary>
    public Edition Edition { get; private set; } = null!;

    /// <summary>The unit's place in the edition.</summary>
    public int Index { get; private set; }

    /// <summary>The unit as the edition has it.</summary>
    public Unit Unit => Edition.Units[Index];

    /// <summary>The unit's level, as telemetry names it.</summary>
    public string Level => LevelAt(Index);

    /// <summary>How many units are directly below.</summary>
    public int ChildCount => sum.PartCount - 1;

    /// <summary>How new the sum is.</summary>
    public TallyVersion Version => sum.Version;

    /// <summary>The level of a unit of the edition, as telemetry names it.</summary>
    public string LevelAt(int index) => layout.Catalogue.Levels[Edition.Units[index].Level].Id;

    /// <summary>Takes the unit's place in an edition; nothing is known below it yet.</summary>
    public void Bind(Edition edition, int index)
    {
        (Edition, Index) = (edition, index);
        sum = new TallySum(layout, edition.Generation, edition.ChildrenOf(index).Length);
        CountOwn();
    }

    /// <summary>Has the sum say what stands of the unit's own rows.</summary>
    public void CountOwn()
    {
        sum.Replace(TallySum.Own, OwnTally());
        Changed();
    }

    /// <summary>The index of the child at that place.</summary>
    public int IndexOfChild(int place) => Edition.ChildrenOf(Index)[place];

    /// <summary>The code of the child at that place.</summary>
    public string CodeOfChild(int place) => Edition.Units[IndexOfChild(place)].Code;

    /// <summary>The place of a child, from 0, in the registry's order; negative when it is none.</summary>
    public int PlaceOf(string child)
    {
        var found = Edition.IndexOf(child);
        return found < 0 ? -1 : Edition.ChildrenOf(Index).BinarySearch(found);
    }

    /// <summary>The subtotal of the child at that place.</summary>
    public Tally OfChild(int place) => sum.Part(TallySum.OfChild(place));

    /// <summary>The subtotals of all children, in the registry's order.</summary>
    public ImmutableArray<Tally> OfChildren() => OfChildren(static tally => tally);

    /// <summary>One thing of the subtotal of each child, in the registry's order.</summary>
    public ImmutableArray<T> OfChildren<T>(Func<Tally, T> select)
    {
        var children = ImmutableArray.CreateBuilder<T>(ChildCount);
        for (var place = 0; place < ChildCount; place++)
            children.Add(select(OfChild(place)));
        return children.MoveToImmutable();
    }

    /// <summary>Puts a newer subtotal in the place of a child's; an older one changes nothing.</summary>
    /// <returns>True when the sum changed.</returns>
    public bool Replace(int place, Tally newest)
    {
        var hasChanged = sum.Replace(TallySum.OfChild(place), newest);
        if (hasChanged)
            Changed();
        return hasChanged;
    }

    /// <summary>Puts what the ledger says in the place of a child's subtotal that says something else.</summary>
    public void Correct(int place, Tally truth)
    {
        sum.Correct(TallySum.OfChild(place), truth);
        Changed();
    }

    /// <summary>The unit's subtotal.</summary>
    public Tally Subtotal() => subtotal ??= sum.ToTally();

    /// <summary>The unit's roll-up.</summary>
    public RollUp RollUp() => rollUp ??= new RollUp(key.Edition, key.Code, History.Fold.ToOwnFigures(), Subtotal());

    /// <summary>The roll-up as it would be with these subtotals of the children.</summary>
    /// <param name="ofChild">The subtotal of a child by its index in the edition.</param>
    public RollUp RollUpWith(Func<int, Tally> ofChild)
    {
        var shown = new TallySum(layout, Edition.Generation, ChildCount);
        shown.Replace(TallySum.Own, OwnTally());
        for (var place = 0; place < ChildCount; place++)
            shown.Replace(TallySum.OfChild(place), ofChild(IndexOfChild(place)));
        return new RollUp(key.Edition, key.Code, History.Fold.ToOwnFigures(), shown.ToTally());
    }

    /// <summary>What all units below have of a count.</summary>
    /// <remarks>Of a unit that is not warm yet nothing is known below: a warning may be missed, never invented.</remarks>
    public long SumBelow(Indicator count)
    {
        var below = 0L;
        for (var place = 0; place < ChildCount; place++)
            below += OfChild(place).Cells[TallyLayout.Count(count)];
        return below;
    }

    /// <summary>Refuses what nobody who computes a subtotal can make.</summary>
    /// <param name="place">The child's place; negative when it is no child.</param>
    /// <param name="child">Its code, for the sentence.</param>
    /// <param name="subtotal">What it pushes.</param>
    /// <exception cref="ArgumentException">It is no subtotal of this edition.</exception>
    public void EnsureSubtotal(int place, string child, Tally subtotal)
    {
        if (subtotal.Cells.Length != layout.Length
            || subtotal.Version.Rows < 0
            || subtotal.Version.Correction is < 0 or > TallyVersion.MaxCorrection)
        {
            throw new ArgumentException($"What {child} pushes has no form of a subtotal.", nameof(subtotal));
        }

        foreach (var cell in subtotal.Cells)
        {
            if (cell < 0)
                throw new ArgumentException($"What {child} pushes counts below zero.", nameof(subtotal));
        }

        // Of thousands of models a push mostly changes one: what is the very object that is held already was looked at when it came, its
        // place in the order too.
        var held = (place < 0 ? [] : OfChild(place).Models).AsSpan();
        ModelTally? before = null;
        var isBeforeHeld = true;
        foreach (var model in subtotal.Models)
        {
            var known = held.Length > 0 && ReferenceEquals(model, held[0]) ? 1
                : held.Length > 1 && ReferenceEquals(model, held[1]) ? 2
                : 0;
            held = held[known..];
            if (known == 0)
                EnsureModel(child, model);
            if ((known == 0 || !isBeforeHeld) && before is not null && string.CompareOrdinal(before.NormalName, model.NormalName) >= 0)
                throw new ArgumentException($"What {child} pushes names models in no order.", nameof(subtotal));
            (before, isBeforeHeld) = (model, known > 0);
        }
    }

    private void EnsureModel(string child, ModelTally? model)
    {
        if (model?.Kinds.IsDefault != false
            || model.Kinds.Length != layout.Catalogue.ModelKinds.Length
            || model.Kinds.AsSpan().ContainsAnyInRange(int.MinValue, -1))
        {
            throw new ArgumentException($"What {child} pushes has a model without its kinds.", nameof(model));
        }

        if (model.Units < 1 || model.Sites < 0 || model.Groups < 0)
            throw new ArgumentException($"What {child} pushes has a model that no unit runs, or counts of it below zero.", nameof(model));
    }

    private Tally OwnTally() => History.Fold.ToTally(Edition.Generation, Unit.Level);

    private void Changed() => (subtotal, rollUp) = (null, null);
}
