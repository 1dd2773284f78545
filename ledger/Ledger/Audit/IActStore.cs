using System;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;

namespace Aggregation.Ledger.Audit;

/// <summary>Where acts are kept: beside the reports. Safe for concurrent use.</summary>
public interface IActStore
{
    /// <summary>Records an act, and returns once it is durable.</summary>
    /// <exception cref="LedgerUnavailableException">It cannot be written, or nobody knows whether it was.</exception>
    Task RecordAsync(AdministrativeAct act, CancellationToken cancellationToken);

    /// <summary>Reads acts, newest first.</summary>
    /// <param name="before">Only acts of a lower number; null for the newest.</param>
    /// <param name="from">Only acts at that instant or after it; null for all.</param>
    /// <param name="until">Only acts before that instant; null for all.</param>
    /// <param name="limit">The most to read.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="LedgerUnavailableException">The store cannot be read.</exception>
    Task<ImmutableArray<AdministrativeAct>> ReadNewestAsync(
        long? before,
        DateTimeOffset? from,
        DateTimeOffset? until,
        int limit,
        CancellationToken cancellationToken);
}
