using System;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using Npgsql;
using NpgsqlTypes;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace Aggregation.Ledger;

/// <summary>
/// Grain storage in the ledger's database, of checkpoints and nothing else: their bytes are stored as they are. For the
/// one-process engine; Orleans brings its own.
/// </summary>
/// <param name="database">The database.</param>
public sealed class PostgresCheckpointStore(PostgresDatabase database) : IGrainStorage
{
    // What is cleared keeps its row, so that no version ever comes twice.
    private const string Write =
        """
        INSERT INTO grain_state AS stored (state, grain, version, content)
        VALUES ($1, $2, 1, $4)
        ON CONFLICT (state, grain) DO UPDATE
        SET version = stored.version + 1, content = excluded.content
        WHERE stored.version = $3 OR ($3 IS NULL AND stored.content IS NULL)
        RETURNING version
        """;

    private const string Clear = "UPDATE grain_state SET version = version + 1, content = $4 WHERE state = $1 AND grain = $2 AND version = $3 RETURNING version";

    /// <inheritdoc/>
    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var state = CheckpointState.Of(grainState);
        var (version, content) = await database.ReadAsync(connection => ReadAsync(connection, stateName, grainId), CancellationToken.None);
        CheckpointState.Set(state, version, content);
    }

    /// <inheritdoc/>
    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var state = CheckpointState.Of(grainState);
        CheckpointState.SetWritten(state, grainId, await StoreAsync(Write, stateName, grainId, state.ETag, state.State!.Content));
    }

    /// <inheritdoc/>
    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var state = CheckpointState.Of(grainState);
        CheckpointState.SetWritten(state, grainId, await StoreAsync(Clear, stateName, grainId, state.ETag, null));
        CheckpointState.Set(state, null, null);
    }

    private static async Task<(long? Version, byte[]? Content)> ReadAsync(NpgsqlConnection connection, string stateName, GrainId grainId)
    {
        await using var command = new NpgsqlCommand("SELECT version, content FROM grain_state WHERE state = $1 AND grain = $2", connection)
        {
            Parameters = { new() { Value = stateName }, new() { Value = grainId.ToString() } },
        };
        await using var stored = await command.ExecuteReaderAsync();
        if (!await stored.ReadAsync())
            return (null, null);
        return (stored.GetInt64(0), await stored.IsDBNullAsync(1) ? null : stored.GetFieldValue<byte[]>(1));
    }

    // The new version; null when another one is stored than the writer knows.
    private Task<long?> StoreAsync(string sql, string stateName, GrainId grainId, string? etag, byte[]? content) => database.WriteAsync(
        async connection =>
        {
#pragma warning disable CA2100 // The statements are the program's own.
            await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
            command.Parameters.Add(new NpgsqlParameter { Value = stateName });
            command.Parameters.Add(new NpgsqlParameter { Value = grainId.ToString() });
            command.Parameters.Add(new NpgsqlParameter
            {
                NpgsqlDbType = NpgsqlDbType.Bigint,
                Value = etag is null ? DBNull.Value : long.Parse(etag, CultureInfo.InvariantCulture),
            });
            command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Bytea, Value = content ?? (object)DBNull.Value });
            return (long?)await command.ExecuteScalarAsync();
        },
        CancellationToken.None);
}
