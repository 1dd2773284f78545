using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Domain.Reports;

namespace Aggregation.Ledger;

/// <summary>What the API asks of the ledger beside the grains.</summary>
public interface ILedgerQueries
{
    /// <summary>Reads the rows of one unit, newest first, with senders: the audit trail.</summary>
    /// <param name="unitId">The unit's <see cref="Domain.Units.Unit.Id"/>.</param>
    /// <param name="before">Only rows of a lower sequence; null for the newest.</param>
    /// <param name="limit">The most rows to read.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="LedgerUnavailableException">The store cannot be read.</exception>
    Task<ImmutableArray<LedgerRow>> ReadNewestAsync(int unitId, int? before, int limit, CancellationToken cancellationToken);

    /// <summary>When the newest row was recorded, UTC, where that is after an instant; null where no row is.</summary>
    /// <exception cref="LedgerUnavailableException">The store cannot be read.</exception>
    Task<DateTimeOffset?> FindRecordedAfterAsync(DateTimeOffset instant, CancellationToken cancellationToken);

    /// <summary>Finds which units have a report of figures that stands and is effective between two days, both included.</summary>
    /// <param name="unitIds">The units to look at, each once.</param>
    /// <param name="firstDay">The first day.</param>
    /// <param name="lastDay">The last day.</param>
    /// <param name="knownAt">Only rows, and only withdrawals, recorded by then; null for everything known now.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Those of the units, in no order.</returns>
    /// <exception cref="LedgerUnavailableException">The store cannot be read.</exception>
    Task<IReadOnlySet<int>> FindReportingAsync(
        IReadOnlyCollection<int> unitIds,
        DateOnly firstDay,
        DateOnly lastDay,
        DateTimeOffset? knownAt,
        CancellationToken cancellationToken);
}
