using System;
using System.Globalization;
using Aggregation.Contracts;
using Aggregation.Domain.Tallies;
using Aggregation.Domain.Units;
using Aggregation.Ledger;
using Aggregation.Ledger.Folds;

namespace Aggregation.Api.RollUps;

/// <summary>A unit and everything below it, as of a day and as known at an instant.</summary>
/// <param name="edition">The edition.</param>
/// <param name="fold">The fold of the ledger.</param>
/// <param name="dates">The day and the instant.</param>
/// <param name="rows">The rows there were in the ledger; null where what was known can no longer change.</param>
public sealed class HistoricalArea(Edition edition, AreaFold fold, FigureDates dates, AreaRows? rows)
{
    /// <summary>The subtotal of a unit of the area.</summary>
    public Tally Subtotal(int index) => fold.Subtotal(index);

    /// <summary>The API's roll-up of a unit of the area.</summary>
    public UnitRollUp Map(RollUpMapping mapping, int index)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        return mapping.Map(edition, index, fold.Own(index), fold.Subtotal(index), Version(index));
    }

    // A withdrawal takes effect on every day: a row that the fold leaves out may still have changed it.
    private string Version(int index) => string.Create(
        CultureInfo.InvariantCulture,
        $"{edition.Generation}.{fold.Subtotal(index).Version.Rows}.{rows?.Area(index)}@{dates.AsOf:yyyy-MM-dd}@{dates.KnownAt?.UtcTicks}");
}
