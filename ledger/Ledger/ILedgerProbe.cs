using System;
using System.Threading;
using System.Threading.Tasks;

namespace Aggregation.Ledger;

/// <summary>Looks at the ledger's store for whoever asks how it is. Both may throw <see cref="LedgerUnavailableException"/>.</summary>
internal interface ILedgerProbe
{
    /// <summary>Reads a little.</summary>
    Task<LedgerProbe> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Makes a few bytes durable that mean nothing, by the way that reports go.</summary>
    /// <returns>How long it took, what waited before it included.</returns>
    Task<TimeSpan> CommitAsync(CancellationToken cancellationToken);
}
