using System;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Domain.Reports;

namespace Aggregation.Ledger.Sqlite;

/// <summary>The ledger in a SQLite file of this one process: one thread writes it, two read it, and neither waits for the other.</summary>
public sealed class SqliteLedger : ILedger, IDisposable
{
    private readonly SqliteWriter writer;
    // Two, so that an activation that needs one unit's rows does not wait for a fold of the whole ledger.
    private readonly ReadingLane few;
    private readonly ReadingLane many;

    /// <summary>Starts reading.</summary>
    /// <param name="database">The file.</param>
    /// <param name="writer">Its writer.</param>
    /// <param name="time">The clock of <see cref="LedgerHeads.TakenAt"/>.</param>
    public SqliteLedger(SqliteDatabase database, SqliteWriter writer, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(database);
        this.writer = writer;
        NameForms = database.NameForms;
        few = new ReadingLane(() => new SqliteReadingSession(database, time), database.Path, SqliteUnavailable.Of, "Ledger reader of few");
        many = new ReadingLane(
            () => new SqliteReadingSession(database, time),
            database.Path,
            SqliteUnavailable.Of,
            "Ledger reader of many");
    }

    /// <inheritdoc/>
    public NameForms NameForms { get; }

    /// <inheritdoc/>
    public int Era => 0;

    /// <inheritdoc/>
    public Task<ImmutableArray<DateTimeOffset>> AppendAsync(LedgerAppend append) => writer.AppendAsync(append);

    /// <inheritdoc/>
    public Task ReadAsync(LedgerSelection selection, Action<LedgerRow> onRow, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(selection);
        ArgumentNullException.ThrowIfNull(onRow);
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled(cancellationToken);
        var reading = new PendingReading(selection, onRow, cancellationToken);
        (selection.UnitIds.Count > ManyUnits.Few ? many : few).Add(reading);
        return reading.Task;
    }

    /// <inheritdoc/>
    public Task<LedgerHeads> ReadHeadsAsync(CancellationToken cancellationToken)
    {
        var request = new PendingHeads();
        few.Add(request);
        return request.Task.WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ILedgerHold> HoldAsync(CancellationToken cancellationToken) => writer.HoldAsync(cancellationToken);

    /// <summary>Ends the reading; the writer ends by itself.</summary>
    public void Dispose()
    {
        few.Dispose();
        many.Dispose();
    }
}
