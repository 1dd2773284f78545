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
    public const string Name = "recording";
    public const string Conflict = "conflict";
    public const string Unreadable = "unreadable";

    public static ConcurrentQueue<string> Asked { get; } = new();

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        Asked.Enqueue($"read {stateName} {grainId}");
        if (Has(grainId, Unreadable))
            throw new InvalidOperationException(Unreadable);
        grainState.State = Activator.CreateInstance<T>();
        return Task.CompletedTask;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        Asked.Enqueue($"write {stateName} {grainId}");
        return Has(grainId, Conflict) ? throw new InconsistentStateException(Conflict, "2", "1") : Task.CompletedTask;
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => throw new NotSupportedException();

    private static bool Has(GrainId grain, string word) => grain.Key.ToString()!.Contains(word, StringComparison.Ordinal);
}
