using System;
using System.Collections.Concurrent;
using System.Threading.Tasks;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace Aggregation.Tests.Orleans.Persistence;

/// <summary>A storage provider that says what it was asked, and fails when the key says so.</summary>
internal sealed class RecordingStorage : IGrainStorage
{
    public static ConcurrentQueue<string> Asked { get; } = new();

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        Asked.Enqueue($"read {stateName} {grainId}");
        if (grainId.Key.ToString()!.Contains("unreadable", StringComparison.Ordinal))
            throw new InvalidOperationException("unreadable");
        grainState.State = Activator.CreateInstance<T>();
        return Task.CompletedTask;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        Asked.Enqueue($"write {stateName} {grainId}");
        return grainId.Key.ToString()!.Contains("conflict", StringComparison.Ordinal)
            ? throw new InconsistentStateException("conflict", "2", "1")
            : Task.CompletedTask;
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => Task.CompletedTask;
}
