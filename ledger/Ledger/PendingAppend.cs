using System;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Threading.Tasks;
using Aggregation.Domain.Reports;

namespace Aggregation.Ledger;

/// <summary>
/// An append that waits for its commit. Payloads are written by whoever appends, so that the writer's thread only copies bytes.
/// </summary>
internal sealed class PendingAppend
{
    private readonly TaskCompletionSource<ImmutableArray<DateTimeOffset>> completion =
        new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly DateTimeOffset[] recordedAt;
    private LedgerFencedException? fence;

    public PendingAppend(LedgerAppend append)
    {
        Append = append;
        recordedAt = new DateTimeOffset[append.Rows.Length];
        Payloads = new byte[append.Rows.Length][];
        for (var row = 0; row < Payloads.Length; row++)
        {
            var (reporter, report) = append.Rows[row];
            // The writer must never stumble over one append while its neighbours wait.
            ArgumentNullException.ThrowIfNull(reporter, nameof(append));
            ArgumentNullException.ThrowIfNull(report, nameof(append));
            ArgumentNullException.ThrowIfNull(report.IdempotencyKey, nameof(append));
            Payloads[row] = FiguresJson.Write(report.Figures);
        }
    }

    public LedgerAppend Append { get; }

    public byte[][] Payloads { get; }

    public Task<ImmutableArray<DateTimeOffset>> Task => completion.Task;

    /// <summary>Notes when a row is being recorded; true only once it is committed.</summary>
    public void Note(int row, DateTimeOffset instant) => recordedAt[row] = instant;

    /// <summary>Notes whether another activation came first; null when none did.</summary>
    public void Note(LedgerFencedException? exception) => fence = exception;

    /// <summary>The group it was in is durable.</summary>
    public void Acknowledge()
    {
        if (fence is null)
            completion.SetResult(ImmutableCollectionsMarshal.AsImmutableArray(recordedAt));
        else
            completion.SetException(fence);
    }

    /// <summary>The group it was in is not recorded, or nobody knows.</summary>
    public void Fail(LedgerUnavailableException exception) => completion.SetException(exception);
}
