using System;
using System.Collections.Generic;
using Aggregation.Contracts;
using Aggregation.Domain.Catalogue;
using Aggregation.Domain.Folds;
using Aggregation.Domain.Reports;

namespace Aggregation.Api.History;

/// <summary>The sum of a count.</summary>
/// <param name="count">The count.</param>
public sealed class CountSweep(Indicator count) : HistorySweep<long>
{
    private readonly Dictionary<int, long> values = [];
    private long total;

    /// <inheritdoc/>
    protected override void Collect(LedgerRow row, Precedence precedence)
    {
        ArgumentNullException.ThrowIfNull(row);
        foreach (var figure in row.Figures.Counts)
        {
            if (figure.Indicator == count.Id)
                Remember(precedence, row.UnitId, figure.Value);
        }
    }

    /// <inheritdoc/>
    protected override void Apply(int unitId, long figure)
    {
        total += figure - values.GetValueOrDefault(unitId);
        values[unitId] = figure;
    }

    /// <inheritdoc/>
    protected override HistoryPoint PointOn(DateOnly day) => new() { On = day, Total = total };
}
