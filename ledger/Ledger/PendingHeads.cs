using System;
using System.Threading.Tasks;

namespace Aggregation.Ledger;

/// <summary>A request for the heads that waits for the next reading.</summary>
internal sealed class PendingHeads
{
    private readonly TaskCompletionSource<LedgerHeads> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<LedgerHeads> Task => completion.Task;

    public void Complete(LedgerHeads heads) => completion.SetResult(heads);

    public void Fail(Exception exception) => completion.TrySetException(exception);
}
