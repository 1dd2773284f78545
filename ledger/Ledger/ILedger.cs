using System;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Domain.Reports;

namespace Aggregation.Ledger;

/// <summary>
/// The append-only truth: one row per accepted report. Everything else can be rebuilt from it.
/// Safe for concurrent use.
/// </summary>
public interface ILedger
{
    /// <summary>By which form its names of models are compared, and were before.</summary>
    NameForms NameForms { get; }

    /// <summary>
    /// Which past the store shows: 0 at first, one more whenever it turns out to be another store than before, such as a standby that was
    /// promoted. Taken before a reading, it says of which era what is read is at the earliest.
    /// </summary>
    int Era { get; }

    /// <summary>
    /// Records rows and returns once they are durable, with the instant each was recorded (UTC, as many as rows).
    /// Whatever is waiting when the writer is free commits together. Cancellation never reaches a commit, so there is none.
    /// What a reading shows may be not durable yet; an append without rows returns once whatever was read of the unit before it is.
    /// </summary>
    /// <exception cref="LedgerFencedException">A row with one of these sequences exists, since another activation of the unit wrote it;
    /// or the unit was read in an era that is over. Nothing of this append is recorded; its neighbours are not harmed.</exception>
    /// <exception cref="LedgerUnavailableException">The commit failed, or nobody knows whether it did.</exception>
    Task<ImmutableArray<DateTimeOffset>> AppendAsync(LedgerAppend append);

    /// <summary>Reads rows in one consistent snapshot, those of one unit in sequence order, units in any order or interleaved.</summary>
    /// <param name="selection">Which rows.</param>
    /// <param name="onRow">Called for each row, never concurrently.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="LedgerUnavailableException">The store cannot be read.</exception>
    Task ReadAsync(LedgerSelection selection, Action<LedgerRow> onRow, CancellationToken cancellationToken);

    /// <summary>Reads the last sequence of every unit, one index probe each.</summary>
    /// <exception cref="LedgerUnavailableException">The store cannot be read.</exception>
    Task<LedgerHeads> ReadHeadsAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Holds all appends back, of every silo, until the result is disposed, so that the live totals can be compared with the ledger at
    /// one position.
    /// </summary>
    /// <exception cref="LedgerUnavailableException">The store cannot be read.</exception>
    Task<ILedgerHold> HoldAsync(CancellationToken cancellationToken);
}
