using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Orleans.Runtime;

namespace Orleans.Storage;

/// <summary>Keeps states in memory, as JSON, until the process ends.</summary>
public sealed class MemoryGrainStorage : IGrainStorage
{
    private static readonly JsonSerializerOptions s_format = new() { IncludeFields = true };

    private readonly Lock _gate = new();
    private readonly Dictionary<(string State, GrainId Grain), (byte[] Json, long Version)> _records = [];
    private long _lastVersion;

    /// <inheritdoc/>
    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        ArgumentNullException.ThrowIfNull(grainState);
        lock (_gate)
        {
            grainState.RecordExists = _records.TryGetValue((stateName, grainId), out var record);
            grainState.ETag = grainState.RecordExists ? Format(record.Version) : null;
            grainState.State = grainState.RecordExists
                ? JsonSerializer.Deserialize<T>(record.Json, s_format)
                : Activator.CreateInstance<T>();
        }
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        ArgumentNullException.ThrowIfNull(grainState);
        var json = JsonSerializer.SerializeToUtf8Bytes(grainState.State, s_format);
        lock (_gate)
        {
            Check(stateName, grainId, grainState.ETag);
            _records[(stateName, grainId)] = (json, ++_lastVersion);
            grainState.ETag = Format(_lastVersion);
        }
        grainState.RecordExists = true;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        ArgumentNullException.ThrowIfNull(grainState);
        lock (_gate)
        {
            Check(stateName, grainId, grainState.ETag);
            _records.Remove((stateName, grainId));
        }
        grainState.ETag = null;
        grainState.RecordExists = false;
        grainState.State = Activator.CreateInstance<T>();
        return Task.CompletedTask;
    }

    private static string Format(long version) => version.ToString(CultureInfo.InvariantCulture);

    private void Check(string stateName, GrainId grainId, string? held)
    {
        var stored = _records.TryGetValue((stateName, grainId), out var record) ? Format(record.Version) : null;
        if (stored != held)
            throw new InconsistentStateException($"State \"{stateName}\" of {grainId} was written by somebody else.", stored, held);
    }
}
