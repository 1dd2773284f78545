using System;
using System.Threading;
using System.Threading.Tasks;

namespace Aggregation.Ledger.Sqlite;

/// <summary>A moment in which the writer appends nothing.</summary>
internal sealed class SqliteHold(long position, DateTimeOffset recordedAt, Action release) : ILedgerHold
{
    private Action? release = release;

    /// <inheritdoc/>
    public long Position { get; } = position;

    /// <inheritdoc/>
    public DateTimeOffset RecordedAt { get; } = recordedAt;

    /// <inheritdoc/>
    public Task ConfirmAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Interlocked.Exchange(ref release, null)?.Invoke();
        return ValueTask.CompletedTask;
    }
}
