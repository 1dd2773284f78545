using System;
using System.Threading;
using System.Threading.Tasks;

namespace Aggregation.Ledger;

/// <summary>A moment in which nothing is appended. Dispose it to let appends go on.</summary>
public interface ILedgerHold : IAsyncDisposable
{
    /// <summary>How many rows were ever recorded.</summary>
    long Position { get; }

    /// <summary>
    /// The latest instant at which a row was recorded, UTC: reading as known at this instant gives the ledger at <see cref="Position"/>.
    /// Before any row in an empty ledger.
    /// </summary>
    DateTimeOffset RecordedAt { get; }

    /// <summary>Returns if nothing has been appended since it was taken.</summary>
    /// <exception cref="LedgerUnavailableException">It was lost with its connection, so that nobody knows.</exception>
    Task ConfirmAsync(CancellationToken cancellationToken);
}
