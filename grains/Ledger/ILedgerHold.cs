using System;

namespace Aggregation.Ledger;

/// <summary>A moment in which nothing is appended. Dispose it to let appends go on.</summary>
public interface ILedgerHold : IAsyncDisposable
{
    /// <summary>The position of the last row in the ledger: the number of rows ever recorded in a ledger of one writer.</summary>
    long Position { get; }

    /// <summary>When the last row was recorded, UTC: reading as known at this instant gives the ledger at <see cref="Position"/>. Null in an empty ledger.</summary>
    DateTimeOffset? RecordedAt { get; }
}
