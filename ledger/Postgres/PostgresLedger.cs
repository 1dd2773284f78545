using System;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Domain.Reports;

namespace Aggregation.Ledger.Postgres;

/// <summary>
/// The ledger in a PostgreSQL database that several silos share: one connection appends, two read, and none waits for the other.
/// </summary>
public sealed class PostgresLedger : ILedger, IDisposable
{
    private readonly PostgresDatabase database;
    private readonly PostgresWriter writer;
    private readonly PostgresSettlement settlement;
    // Two, so that an activation that needs one unit's rows does not wait for a fold of the whole ledger.
    private readonly ReadingLane few;
    private readonly ReadingLane many;

    /// <summary>Starts reading.</summary>
    /// <param name="database">The database.</param>
    /// <param name="writer">Its writer.</param>
    /// <param name="settlement">What makes the past final.</param>
    /// <param name="time">The clock of <see cref="LedgerHeads.TakenAt"/>.</param>
    public PostgresLedger(PostgresDatabase database, PostgresWriter writer, PostgresSettlement settlement, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(database);
        this.database = database;
        this.writer = writer;
        NameForms = database.NameForms;
        this.settlement = settlement;
        few = new ReadingLane(
            () => new PostgresReadingSession(database, time),
            database.Place,
            PostgresUnavailable.Of,
            "Ledger reader of few");
        many = new ReadingLane(
            () => new PostgresReadingSession(database, time),
            database.Place,
            PostgresUnavailable.Of,
            "Ledger reader of many");
    }

    /// <inheritdoc/>
    public NameForms NameForms { get; }

    /// <inheritdoc/>
    public int Era => database.Era;

    /// <inheritdoc/>
    public Task<ImmutableArray<DateTimeOffset>> AppendAsync(LedgerAppend append) => writer.AppendAsync(append);

    /// <inheritdoc/>
    public async Task ReadAsync(LedgerSelection selection, Action<LedgerRow> onRow, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(selection);
        ArgumentNullException.ThrowIfNull(onRow);
        cancellationToken.ThrowIfCancellationRequested();
        await settlement.SettleAsync(selection.KnownAt, cancellationToken);
        var reading = new PendingReading(selection, onRow, cancellationToken);
        (selection.UnitIds.Count > ManyUnits.Few ? many : few).Add(reading);
        await reading.Task;
    }

    /// <inheritdoc/>
    public Task<LedgerHeads> ReadHeadsAsync(CancellationToken cancellationToken)
    {
        var request = new PendingHeads();
        few.Add(request);
        return request.Task.WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ILedgerHold> HoldAsync(CancellationToken cancellationToken) => PostgresHold.TakeAsync(database, cancellationToken);

    /// <summary>Ends the reading; the writer ends by itself.</summary>
    public void Dispose()
    {
        few.Dispose();
        many.Dispose();
    }
}
