using System.Threading.Tasks;

namespace Aggregation.Health;

/// <summary>Whether the national total has been warm: once ready, a silo stays in rotation whatever happens to the ledger.</summary>
public sealed class Readiness
{
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the national total has been warm.</summary>
    public Task Ready => ready.Task;

    /// <summary>True once the national total has been warm.</summary>
    public bool IsReady => ready.Task.IsCompletedSuccessfully;

    /// <summary>Says that the national total is warm.</summary>
    public void SetReady() => ready.TrySetResult();
}
