using System;
using System.Collections.Concurrent;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Ledger.Checkpoints;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace Aggregation.Tests.Support;

/// <summary>Checkpoints in memory, kept from one engine to the next, and failing where they are told to.</summary>
internal sealed class MemoryCheckpoints : IGrainStorage
{
    private readonly ConcurrentDictionary<string, (int Version, byte[] Content)> stored = new(StringComparer.Ordinal);
    private int writes;
    private int reads;

    /// <summary>Asked before every reading; may throw.</summary>
    public Action? OnRead { get; set; }

    /// <summary>Asked before every writing; may throw.</summary>
    public Action? OnWrite { get; set; }

    /// <summary>How many writings succeeded.</summary>
    public int Writes => Volatile.Read(ref writes);

    /// <summary>How often it was read.</summary>
    public int Reads => Volatile.Read(ref reads);

    /// <summary>The units that have one.</summary>
    public string[] Units => [.. stored.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The bytes of a unit's; null when there are none.</summary>
    public byte[]? this[string unit] => stored.TryGetValue(unit, out var found) ? found.Content : null;

    /// <summary>Stores bytes as another activation does.</summary>
    public void Put(string unit, byte[] content) => stored.AddOrUpdate(unit, (1, content), (_, before) => (before.Version + 1, content));

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        Interlocked.Increment(ref reads);
        OnRead?.Invoke();
        var state = (IGrainState<StoredCheckpoint>)grainState;
        var exists = stored.TryGetValue(Unit(grainId), out var found);
        state.RecordExists = exists;
        state.ETag = exists ? found.Version.ToString(CultureInfo.InvariantCulture) : null;
        state.State = new StoredCheckpoint { Content = exists ? found.Content : [] };
        return Task.CompletedTask;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        OnWrite?.Invoke();
        var state = (IGrainState<StoredCheckpoint>)grainState;
        var unit = Unit(grainId);
        var known = state.ETag is null ? 0 : int.Parse(state.ETag, CultureInfo.InvariantCulture);
        var next = (known + 1, state.State!.Content);
        var isWritten = known == 0
            ? stored.TryAdd(unit, next)
            : stored.TryGetValue(unit, out var before) && before.Version == known && stored.TryUpdate(unit, next, before);
        if (!isWritten)
            throw new InconsistentStateException("Somebody else wrote.", "?", state.ETag);
        state.ETag = next.Item1.ToString(CultureInfo.InvariantCulture);
        state.RecordExists = true;
        Interlocked.Increment(ref writes);
        return Task.CompletedTask;
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => throw new NotSupportedException();

    private static string Unit(GrainId grainId) => grainId.Key.ToString()!;
}
