using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace Aggregation.Ledger.Sqlite;

/// <summary>Grain storage in the ledger's file, of checkpoints and nothing else: their bytes are stored as they are.</summary>
/// <param name="writer">The file's writer.</param>
/// <param name="readers">The file's readers.</param>
public sealed class SqliteCheckpointStore(SqliteWriter writer, SqliteReaders readers) : IGrainStorage
{
    // What is cleared keeps its row, so that no version ever comes twice.
    private const string Write =
        """
        INSERT INTO grain_state (state, grain, version, content)
        VALUES (?1, ?2, 1, ?4)
        ON CONFLICT (state, grain) DO UPDATE
        SET version = version + 1, content = excluded.content
        WHERE version = ?3 OR (?3 IS NULL AND content IS NULL)
        RETURNING version
        """;

    private const string Clear =
        "UPDATE grain_state SET version = version + 1, content = NULL WHERE state = ? AND grain = ? AND version = ? RETURNING version";

    /// <inheritdoc/>
    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var state = CheckpointState.Of(grainState);
        var (version, content) = await readers.ReadAsync(session => Read(session, stateName, grainId), CancellationToken.None);
        CheckpointState.Set(state, version, content);
    }

    /// <inheritdoc/>
    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var state = CheckpointState.Of(grainState);
        var content = state.State!.Content;
        var version = await writer.WriteAsync(
            session => Store(session, Write, stateName, grainId, state.ETag, content),
            CancellationToken.None);
        CheckpointState.SetWritten(state, grainId, version);
    }

    /// <inheritdoc/>
    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var state = CheckpointState.Of(grainState);
        var version = await writer.WriteAsync(
            session => Store(session, Clear, stateName, grainId, state.ETag, null),
            CancellationToken.None);
        CheckpointState.SetWritten(state, grainId, version);
        CheckpointState.Set(state, null, null);
    }

    private static (long? Version, byte[]? Content) Read(SqliteSession session, string stateName, GrainId grainId)
    {
        var stored = session["SELECT version, content FROM grain_state WHERE state = ? AND grain = ?"].Bind(1, stateName).Bind(
            2,
            grainId.ToString());
        if (!stored.Step())
            return (null, null);
        var found = (stored.Number(0), stored.IsNull(1) ? null : stored.Bytes(1).ToArray());
        stored.Reset();
        return found;
    }

    // The new version; null when another one is stored than the writer knows.
    private static long? Store(SqliteSession session, string sql, string stateName, GrainId grainId, string? etag, byte[]? content)
    {
        var statement = session[sql].Bind(1, stateName).Bind(2, grainId.ToString());
        if (etag is null)
            statement.BindNull(3);
        else
            statement.Bind(3, long.Parse(etag, CultureInfo.InvariantCulture));
        if (content is not null)
            statement.BindBlob(4, content);
        long? version = statement.Step() ? statement.Number(0) : null;
        statement.Reset();
        // A statement keeps what is bound to it, and this may be megabytes.
        if (content is not null)
            statement.BindNull(4);
        return version;
    }
}
