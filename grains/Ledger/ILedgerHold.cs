using System;

namespace Aggregation.Ledger;

/// <summary>A moment in which nothing is appended. Dispose it to let appends go on.</summary>
public interface ILedgerHold : IAsyncDisposable
{
    /// <summary>How many rows were ever recorded.</summary>
    long Position { get; }

    /// <summary>The latest instant at which a row was recorded, UTC: reading as known at this instant gives the ledger at <see cref="Position"/>. Null in an empty ledger.</summary>
    DateTimeOffset? RecordedAt { get; }
}
