using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Security;
using Npgsql;
using NpgsqlTypes;

namespace Aggregation.Ledger;

/// <summary>Keys and sessions, in the ledger's database. What other silos must notice is told with the commit.</summary>
/// <param name="database">The database.</param>
public sealed class PostgresAccessStore(PostgresDatabase database) : IAccessStore
{
    /// <inheritdoc/>
    public Task<ImmutableArray<AccessKey>> LoadKeysAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(connection => LoadKeysAsync(connection, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task AddKeyAsync(AccessKey key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        return WriteAsync(Insertion(key), StoreChange.Keys, cancellationToken);
    }

    /// <inheritdoc/>
    public Task RevokeKeyAsync(string id, DateTimeOffset revokedAt, CancellationToken cancellationToken) => WriteAsync(
        new NpgsqlCommand("UPDATE access_key SET revoked_at = $1 WHERE id = $2 AND revoked_at IS NULL") { Parameters = { new() { Value = revokedAt.UtcDateTime }, new() { Value = id } } },
        StoreChange.Keys,
        cancellationToken);

    /// <inheritdoc/>
    public Task<bool> ReplaceKeyAsync(string id, DateOnly expiresOn, AccessKey successor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(successor);
        return database.WriteAsync(
            async connection =>
            {
                await using var end = new NpgsqlCommand("UPDATE access_key SET replaced_by = $1, expires_on = $2 WHERE id = $3 AND replaced_by IS NULL AND revoked_at IS NULL", connection)
                {
                    Parameters = { new() { Value = successor.Id }, new() { Value = expiresOn }, new() { Value = id } },
                };
                if (await end.ExecuteNonQueryAsync(cancellationToken) == 0)
                    return false;
                await using var insertion = Insertion(successor);
                insertion.Connection = connection;
                await insertion.ExecuteNonQueryAsync(cancellationToken);
                await StoreChange.Keys.TellAsync(connection, cancellationToken);
                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task RecordUsesAsync(IReadOnlyCollection<KeyUse> uses, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(uses);
        // In one order, so that two silos never wait for each other.
        var ordered = uses.OrderBy(use => use.KeyId, StringComparer.Ordinal).ToArray();
        return WriteAsync(
            new NpgsqlCommand(
                """
                WITH used AS (SELECT * FROM unnest($1, $2) AS pair (id, used_at)),
                     earlier AS (SELECT id, used_at FROM access_key JOIN used USING (id) WHERE last_used_at IS NULL OR last_used_at < used_at ORDER BY id FOR UPDATE OF access_key)
                UPDATE access_key SET last_used_at = earlier.used_at FROM earlier WHERE access_key.id = earlier.id
                """)
            {
                Parameters = { new() { Value = Array.ConvertAll(ordered, use => use.KeyId) }, new() { Value = Array.ConvertAll(ordered, use => use.UsedAt.UtcDateTime) } },
            },
            change: null,
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<AccessSession>> LoadSessionsAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => LoadSessionsAsync(connection, now, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task AddSessionAsync(AccessSession session, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        return WriteAsync(
            new NpgsqlCommand("INSERT INTO access_session (token_hash, key_id, expires_at) VALUES ($1, $2, $3)")
            {
                Parameters = { new() { Value = session.TokenHash }, new() { Value = session.KeyId }, new() { Value = session.ExpiresAt.UtcDateTime } },
            },
            change: null,
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task RemoveSessionAsync(byte[] tokenHash, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tokenHash);
        return WriteAsync(
            new NpgsqlCommand("DELETE FROM access_session WHERE token_hash = $1") { Parameters = { new() { Value = tokenHash } } },
            StoreChange.Sessions,
            cancellationToken);
    }

    private static NpgsqlCommand Insertion(AccessKey key) =>
        new("INSERT INTO access_key (id, salt, hash, edition, unit, role, note, expires_on, created_at, revoked_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)")
        {
            Parameters =
            {
                new() { Value = key.Id },
                new() { Value = key.Salt },
                new() { Value = key.Hash },
                new() { Value = key.Edition },
                new() { Value = key.Unit },
                new() { Value = AccessRoles.NameOf(key.Role) },
                new() { Value = (object?)key.Note ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
                new() { Value = (object?)key.ExpiresOn ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Date },
                new() { Value = key.CreatedAt.UtcDateTime },
                new() { Value = (object?)key.RevokedAt?.UtcDateTime ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz },
            },
        };

    private static async Task<ImmutableArray<AccessKey>> LoadKeysAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT id, salt, hash, edition, unit, role, note, expires_on, created_at, revoked_at, replaced_by, last_used_at FROM access_key ORDER BY created_at, id", connection);
        await using var stored = await command.ExecuteReaderAsync(cancellationToken);
        var keys = ImmutableArray.CreateBuilder<AccessKey>();
        while (await stored.ReadAsync(cancellationToken))
        {
            keys.Add(new AccessKey
            {
                Id = stored.GetString(0),
                Salt = stored.GetFieldValue<byte[]>(1),
                Hash = stored.GetFieldValue<byte[]>(2),
                Edition = stored.GetString(3),
                Unit = stored.GetString(4),
                Role = Enum.Parse<AccessRole>(stored.GetString(5), ignoreCase: true),
                Note = stored.IsDBNull(6) ? null : stored.GetString(6),
                ExpiresOn = stored.GetFieldValue<DateOnly?>(7),
                CreatedAt = stored.GetFieldValue<DateTimeOffset>(8),
                RevokedAt = stored.GetFieldValue<DateTimeOffset?>(9),
                ReplacedBy = stored.IsDBNull(10) ? null : stored.GetString(10),
                LastUsedAt = stored.GetFieldValue<DateTimeOffset?>(11),
            });
        }

        return keys.DrainToImmutable();
    }

    private static async Task<ImmutableArray<AccessSession>> LoadSessionsAsync(NpgsqlConnection connection, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("DELETE FROM access_session WHERE expires_at <= $1") { Parameters = { new() { Value = now.UtcDateTime } } },
                new("SELECT token_hash, key_id, expires_at FROM access_session"),
            },
        };
        await using var stored = await batch.ExecuteReaderAsync(cancellationToken);
        var sessions = ImmutableArray.CreateBuilder<AccessSession>();
        while (await stored.ReadAsync(cancellationToken))
            sessions.Add(new AccessSession(stored.GetFieldValue<byte[]>(0), stored.GetString(1), stored.GetFieldValue<DateTimeOffset>(2)));
        return sessions.DrainToImmutable();
    }

    private Task<bool> WriteAsync(NpgsqlCommand command, StoreChange? change, CancellationToken cancellationToken) => database.WriteAsync(
        async connection =>
        {
            await using (command)
            {
                command.Connection = connection;
                await command.ExecuteNonQueryAsync(cancellationToken);
            }

            if (change is not null)
                await change.TellAsync(connection, cancellationToken);
            return true;
        },
        cancellationToken);
}
