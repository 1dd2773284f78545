using System;
using System.Globalization;
using Aggregation.Ledger.Checkpoints;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace Aggregation.Ledger.Sqlite;

/// <summary>The only state that the store of checkpoints keeps, and its versions.</summary>
internal static class CheckpointState
{
    /// <summary>The state as the checkpoint it must be.</summary>
    /// <exception cref="NotSupportedException">It is another state.</exception>
    public static IGrainState<StoredCheckpoint> Of<T>(IGrainState<T> state) => state as IGrainState<StoredCheckpoint>
        ?? throw new NotSupportedException($"This store keeps states of type {nameof(StoredCheckpoint)} only, not {typeof(T).Name}.");

    /// <summary>Sets what was read.</summary>
    /// <param name="state">The state.</param>
    /// <param name="version">The stored version; null when nothing is stored.</param>
    /// <param name="content">The stored bytes; null when nothing is stored, or not any more.</param>
    public static void Set(IGrainState<StoredCheckpoint> state, long? version, byte[]? content)
    {
        state.RecordExists = content is not null;
        state.ETag = content is null ? null : version?.ToString(CultureInfo.InvariantCulture);
        state.State = new StoredCheckpoint { Content = content ?? [] };
    }

    /// <summary>Sets the version that was written.</summary>
    /// <param name="state">The state.</param>
    /// <param name="grainId">Whose it is.</param>
    /// <param name="version">The version; null when another one was stored than the writer knew.</param>
    /// <exception cref="InconsistentStateException">Another one was stored.</exception>
    public static void SetWritten(IGrainState<StoredCheckpoint> state, GrainId grainId, long? version)
    {
        if (version is null)
            throw new InconsistentStateException(
                $"The checkpoint of {grainId} was written by somebody else.",
                storedEtag: null,
                state.ETag);
        state.RecordExists = true;
        state.ETag = version.Value.ToString(CultureInfo.InvariantCulture);
    }
}
