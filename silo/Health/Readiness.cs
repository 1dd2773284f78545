using System.Threading;
using System.Threading.Tasks;

namespace Aggregation.Health;

/// <summary>Whether the national total has been warm, and units answer: once ready, a silo stays in rotation whatever happens to the ledger.</summary>
public sealed class Readiness
{
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool grainsAnswer = true;

    /// <summary>Completes when the national total has been warm.</summary>
    public Task Ready => ready.Task;

    /// <summary>True once the national total has been warm.</summary>
    public bool IsReady => ready.Task.IsCompletedSuccessfully;

    /// <summary>False while units have not answered this silo for a while.</summary>
    public bool GrainsAnswer
    {
        get => Volatile.Read(ref grainsAnswer);
        set => Volatile.Write(ref grainsAnswer, value);
    }

    /// <summary>Says that the national total is warm.</summary>
    public void SetReady() => ready.TrySetResult();
}
