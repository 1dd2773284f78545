using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Contracts;
using Aggregation.Domain.Folds;
using Aggregation.Domain.Reports;
using Aggregation.Ledger;

namespace Aggregation.Api.History;

/// <summary>
/// A figure as of many days by one sweep over the ledger's rows in the order of their effective days: each point only takes
/// what came since the one before it, and equals a fold as of that day.
/// </summary>
public abstract class HistorySweep
{
    /// <summary>Takes a row; one that does not stand says nothing on any day.</summary>
    public void Add(LedgerRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (row.Withdraws is null && row.WithdrawnBy is null)
            Collect(row, Precedence.Of(row.EffectiveOn, row.Sequence));
    }

    /// <summary>The figure at the end of each of the days, which come in their order.</summary>
    public abstract IReadOnlyList<HistoryPoint> Sweep(IEnumerable<DateOnly> days);

    /// <summary>Reads the rows of some units and sweeps over them.</summary>
    /// <exception cref="LedgerUnavailableException">The ledger cannot be read.</exception>
    public async Task<IReadOnlyList<HistoryPoint>> ReadAsync(
        ILedger ledger,
        LedgerSelection selection,
        IEnumerable<DateOnly> days,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        await ledger.ReadAsync(selection, Add, cancellationToken);
        return Sweep(days);
    }

    /// <summary>Remembers what a row says of the figure.</summary>
    protected abstract void Collect(LedgerRow row, Precedence precedence);
}
