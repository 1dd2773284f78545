using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;

namespace Aggregation.Ledger.Seals;

/// <summary>
/// What is asked of a ledger about its seals. Safe for concurrent use; every call may throw <see cref="LedgerUnavailableException"/>.
/// </summary>
internal interface ISealedLedger
{
    /// <summary>What rows are sealed with; null for nothing.</summary>
    LedgerSeal? Seal { get; }

    /// <summary>Every epoch, the first one first.</summary>
    Task<ImmutableArray<SealEpoch>> ReadEpochsAsync(CancellationToken cancellationToken);

    /// <summary>Whom the ids of units stand for.</summary>
    Task<IReadOnlyDictionary<long, UnitIdentity>> ReadIdentitiesAsync(CancellationToken cancellationToken);

    /// <summary>Reads rows by unit and sequence.</summary>
    /// <param name="unit">The unit of the last row read; <see cref="long.MinValue"/> to begin.</param>
    /// <param name="sequence">Its sequence.</param>
    /// <param name="limit">The most rows to read.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<ImmutableArray<StoredRow>> ReadPageAsync(long unit, long sequence, int limit, CancellationToken cancellationToken);

    /// <summary>Every unit's last row that has a seal; none of a unit whose last row has none.</summary>
    Task<ImmutableArray<SealedHead>> ReadHeadsAsync(CancellationToken cancellationToken);

    /// <summary>Reads the present seals of some rows; rows that are not there, or have none, are left out.</summary>
    Task<ImmutableArray<SealedHead>> ReadSealsAsync(IReadOnlyCollection<SealedHead> rows, CancellationToken cancellationToken);

    /// <summary>The sets of records that are kept beside the reports.</summary>
    Task<ImmutableArray<RecordSet>> ReadSetsAsync(CancellationToken cancellationToken);

    /// <summary>Reads the records beside the reports, as they stand at one moment.</summary>
    Task<T> ReadRecordsAsync<T>(Func<IRecordTable, T> read, CancellationToken cancellationToken);
}
