using System.Threading;
using System.Threading.Tasks;

namespace Aggregation.Api.Health;

/// <summary>
/// Whether the silo is one to be asked: once the national total has been warm it is, whatever happens to the ledger, until something is
/// wrong with this silo alone, or units do not answer it.
/// </summary>
public sealed class Readiness
{
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile string? withdrawn;
    private bool grainsAnswer = true;

    /// <summary>Completes when the national total has been warm.</summary>
    public Task Ready => ready.Task;

    /// <summary>True once the national total has been warm, and while nothing is wrong with this silo alone.</summary>
    public bool IsReady => ready.Task.IsCompletedSuccessfully && withdrawn is null;

    /// <summary>What is wrong with this silo alone, one sentence; null for nothing.</summary>
    public string? Withdrawn => withdrawn;

    /// <summary>False while units have not answered this silo for a while.</summary>
    public bool GrainsAnswer
    {
        get => Volatile.Read(ref grainsAnswer);
        set => Volatile.Write(ref grainsAnswer, value);
    }

    /// <summary>Says that the national total is warm.</summary>
    public void SetReady() => ready.TrySetResult();

    /// <summary>Says that something is wrong with this silo alone.</summary>
    /// <param name="reason">What it is, one sentence; null once it is over.</param>
    public void Withdraw(string? reason) => withdrawn = reason;
}
