using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Tests.Orleans.Fixtures;
using Orleans;

namespace Aggregation.Tests.Orleans.Activations;

/// <summary>What happens to the activations of a key, and how they behave.</summary>
internal sealed class Life
{
    private static readonly ConcurrentDictionary<string, Life> Lives = new();

    private readonly TaskCompletionSource<DeactivationReason> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int activated;
    private int deactivated;
    private int alive;
    private int mostAlive;

    public Life() => Lives[Key] = this;

    public string Key { get; } = Gate.NewName();

    public int Activated => activated;

    public int Deactivated => deactivated;

    public int MostAlive => mostAlive;

    public Task<DeactivationReason> Ended => ended.Task.Soon();

    public int FailingActivations { get; init; }

    public string? GateOfActivation { get; init; }

    public string? GateOfDeactivation { get; init; }

    public static Life Of(string key) => Lives[key];

    public async Task ActivateAsync()
    {
        mostAlive = Math.Max(mostAlive, Interlocked.Increment(ref alive));
        if (GateOfActivation is { } gate)
            await Gate.Of(gate).EnterAndWait();
        if (Interlocked.Increment(ref activated) <= FailingActivations)
        {
            Interlocked.Decrement(ref alive);
            throw new InvalidOperationException("activation");
        }
    }

    public async Task DeactivateAsync(DeactivationReason reason)
    {
        if (GateOfDeactivation is { } gate)
            await Gate.Of(gate).EnterAndWait();
        Interlocked.Increment(ref deactivated);
        Interlocked.Decrement(ref alive);
        ended.TrySetResult(reason);
    }
}
