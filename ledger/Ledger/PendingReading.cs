using System;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Domain.Reports;

namespace Aggregation.Ledger;

/// <summary>A selection of rows that waits for the next reading, or is being read.</summary>
internal sealed class PendingReading
{
    private readonly TaskCompletionSource completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Action<LedgerRow> onRow;
    private readonly CancellationToken cancellationToken;
    private readonly CancellationTokenRegistration registration;
    private int begun;

    public PendingReading(LedgerSelection selection, Action<LedgerRow> onRow, CancellationToken cancellationToken)
    {
        Selection = selection;
        this.onRow = onRow;
        this.cancellationToken = cancellationToken;
        registration = cancellationToken.UnsafeRegister(static state => ((PendingReading)state!).CancelWaiting(), this);
    }

    public LedgerSelection Selection { get; }

    public Task Task => completion.Task;

    /// <summary>True until it is answered; rows after that are nobody's.</summary>
    public bool IsOpen => !completion.Task.IsCompleted;

    /// <summary>Begins; false when it was cancelled while it waited.</summary>
    public bool TryBegin()
    {
        registration.Unregister();
        return Interlocked.Exchange(ref begun, 1) == 0;
    }

    /// <summary>Hands a row over. What the receiver throws ends this reading and no other.</summary>
    public void Deliver(LedgerRow row)
    {
        if (!IsOpen)
            return;
        if (cancellationToken.IsCancellationRequested)
        {
            completion.SetCanceled(cancellationToken);
            return;
        }

        try
        {
            onRow(row);
        }
        catch (Exception exception)
        {
            completion.SetException(exception);
        }
    }

    /// <summary>All its rows have been handed over.</summary>
    public void Complete() => completion.TrySetResult();

    /// <summary>The store cannot be read.</summary>
    public void Fail(Exception exception) => completion.TrySetException(exception);

    // Once begun, the reading's own thread notices the cancellation, so that no row comes after the answer.
    private void CancelWaiting()
    {
        if (Interlocked.Exchange(ref begun, 1) == 0)
            completion.TrySetCanceled(cancellationToken);
    }
}
