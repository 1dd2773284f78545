using System;
using System.Collections.Generic;
using Aggregation.Contracts;
using Aggregation.Domain.Catalogue;
using Aggregation.Domain.Folds;
using Aggregation.Domain.Reports;

namespace Aggregation.Api.History;

/// <summary>How many units are in a status' complete state.</summary>
/// <param name="status">The status.</param>
/// <param name="total">How many units there are.</param>
public sealed class StatusSweep(Indicator status, int total) : HistorySweep<int>
{
    private readonly Dictionary<int, bool> isComplete = [];
    private readonly int completeState = status.StateOf(status.Complete!);
    private int complete;

    /// <inheritdoc/>
    protected override void Collect(LedgerRow row, Precedence precedence)
    {
        ArgumentNullException.ThrowIfNull(row);
        foreach (var figure in row.Figures.Statuses)
        {
            if (figure.Indicator == status.Id && status.StateOf(figure.State) is >= 0 and var state)
                Remember(precedence, row.UnitId, state);
        }
    }

    /// <inheritdoc/>
    protected override void Apply(int unitId, int figure)
    {
        var (was, now) = (isComplete.GetValueOrDefault(unitId), figure == completeState);
        complete += (now ? 1 : 0) - (was ? 1 : 0);
        isComplete[unitId] = now;
    }

    /// <inheritdoc/>
    protected override HistoryPoint PointOn(DateOnly day) => new() { On = day, Complete = complete, Total = total };
}
