using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Ledger.Access;
using Aggregation.Ledger.Seals;
using Npgsql;
using NpgsqlTypes;

namespace Aggregation.Ledger.Postgres;

/// <summary>Keys and sessions, in the ledger's database. What other silos must notice is told with the commit.</summary>
/// <param name="database">The database.</param>
public sealed class PostgresAccessStore(PostgresDatabase database) : IAccessStore
{
    private const string Stored =
        $"""
        SELECT access_key.id, salt, hash, edition, unit, role, note, expires_on, created_at, revoked_at, replaced_by, last_used_at, made_by, mac
        FROM access_key LEFT JOIN record_mac ON kind = '{RecordKind.Key}' AND record_mac.id = access_key.id
        """;

    private const string StoredSession = "SELECT token_hash, key_id, expires_at, mac FROM access_session";

    /// <inheritdoc/>
    public Task<ImmutableArray<AccessKey>> LoadKeysAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(connection => LoadKeysAsync(connection, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<AccessKey?> FindKeyAsync(string id, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => FindAsync(connection, id, "", cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task AddKeyAsync(AccessKey key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        return ChangeAsync(
            async connection =>
            {
                await InsertAsync(connection, key, cancellationToken);
                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task RevokeKeyAsync(string id, DateTimeOffset revokedAt, CancellationToken cancellationToken) => ChangeAsync(
        async connection =>
        {
            var key = await FindAsync(connection, id, "FOR UPDATE OF access_key", cancellationToken);
            await using var revocation = new NpgsqlCommand(
                "UPDATE access_key SET revoked_at = $1 WHERE id = $2 AND revoked_at IS NULL",
                connection)
            {
                Parameters = { new() { Value = revokedAt.UtcDateTime }, new() { Value = id } },
            };
            await revocation.ExecuteNonQueryAsync(cancellationToken);
            if (key is { RevokedAt: null })
                Cover(connection, key with { RevokedAt = revokedAt });
            return true;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<bool> ReplaceKeyAsync(string id, DateOnly expiresOn, AccessKey successor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(successor);
        return ChangeAsync(
            async connection =>
            {
                if (await FindAsync(connection, id, "FOR UPDATE OF access_key", cancellationToken) is not { } key)
                    return false;
                await using var end = new NpgsqlCommand(
                    "UPDATE access_key SET replaced_by = $1, expires_on = $2 WHERE id = $3 AND replaced_by IS NULL AND revoked_at IS NULL",
                    connection)
                {
                    Parameters = { new() { Value = successor.Id }, new() { Value = expiresOn }, new() { Value = id } },
                };
                if (await end.ExecuteNonQueryAsync(cancellationToken) == 0)
                    return false;
                Cover(connection, key with { ReplacedBy = successor.Id, ExpiresOn = expiresOn });
                await InsertAsync(connection, successor, cancellationToken);
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
                Parameters =
                {
                    new() { Value = Array.ConvertAll(ordered, use => use.KeyId) },
                    new() { Value = Array.ConvertAll(ordered, use => use.UsedAt.UtcDateTime) }
                },
            },
            change: null,
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<AccessSession>> LoadSessionsAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => LoadSessionsAsync(connection, database.Records, now, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<AccessSession?> FindSessionAsync(byte[] tokenHash, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tokenHash);
        return database.ReadAsync(
            async connection =>
            {
                await using var command = new NpgsqlCommand(StoredSession
                    + " WHERE token_hash = $1", connection)
                { Parameters = { new() { Value = tokenHash } } };
                await using var stored = await command.ExecuteReaderAsync(cancellationToken);
                return await ReadSessionsAsync(stored, database.Records, cancellationToken) is [var found] ? found : null;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<byte[]>> AddSessionAsync(AccessSession session, int most, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        return database.WriteAsync(
            async connection =>
            {
                await using var insertion = new NpgsqlCommand(
                    "INSERT INTO access_session (token_hash, key_id, expires_at, mac) VALUES ($1, $2, $3, $4)",
                    connection)
                {
                    Parameters =
                    {
                        new() { Value = session.TokenHash },
                        new() { Value = session.KeyId },
                        new() { Value = session.ExpiresAt.UtcDateTime },
                        new() { Value = (object?)database.Records?.MacOf(SealedRecord.Of(session))
                            ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bytea },
                    },
                };
                await insertion.ExecuteNonQueryAsync(cancellationToken);
                var ended = await EndOldestAsync(connection, session.KeyId, most, cancellationToken);
                if (!ended.IsEmpty)
                    await StoreChange.Sessions.TellAsync(connection, cancellationToken);
                return ended;
            },
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

    /// <summary>Every key as it stands.</summary>
    internal static List<StoredRecord> ReadKeys(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(Stored, connection);
        using var stored = command.ExecuteReader();
        var keys = new List<StoredRecord>();
        while (stored.Read())
            keys.Add(new StoredRecord(stored.GetString(0), StoredField.Read(() => SealedRecord.Of(Key(stored))), null));
        return keys;
    }

    private static AccessKey Key(NpgsqlDataReader stored) => new()
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
        MadeBy = stored.IsDBNull(12) ? null : stored.GetString(12),
    };

    private static async Task<ImmutableArray<AccessKey>> LoadKeysAsync(
        NpgsqlDataReader stored,
        RecordSeals? records,
        CancellationToken cancellationToken)
    {
        var keys = ImmutableArray.CreateBuilder<AccessKey>();
        while (await stored.ReadAsync(cancellationToken))
        {
            if (StoredField.Read(() => Key(stored)) is not { } key)
                records?.Refuse(RecordKind.Key, stored.GetString(0));
            else if (records is null
                || records.Accepts(SealedRecord.Of(key), stored.IsDBNull(13) ? null : stored.GetFieldValue<byte[]>(13)))
                keys.Add(key);
        }

        return keys.DrainToImmutable();
    }

    private static async Task<ImmutableArray<byte[]>> EndOldestAsync(
        NpgsqlConnection connection,
        string keyId,
        int most,
        CancellationToken cancellationToken)
    {
        await using var end = new NpgsqlCommand(
            "DELETE FROM access_session WHERE token_hash IN (SELECT token_hash FROM access_session WHERE key_id = $1 ORDER BY expires_at "
                + "DESC, token_hash OFFSET $2) RETURNING token_hash",
            connection)
        {
            Parameters = { new() { Value = keyId }, new() { Value = most } },
        };
        await using var removed = await end.ExecuteReaderAsync(cancellationToken);
        var ended = ImmutableArray.CreateBuilder<byte[]>();
        while (await removed.ReadAsync(cancellationToken))
            ended.Add(removed.GetFieldValue<byte[]>(0));
        return ended.ToImmutable();
    }

    private static async Task<ImmutableArray<AccessSession>> LoadSessionsAsync(
        NpgsqlConnection connection,
        RecordSeals? records,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("DELETE FROM access_session WHERE expires_at <= $1") { Parameters = { new() { Value = now.UtcDateTime } } },
                new(StoredSession),
            },
        };
        await using var stored = await batch.ExecuteReaderAsync(cancellationToken);
        return await ReadSessionsAsync(stored, records, cancellationToken);
    }

    private static async Task<ImmutableArray<AccessSession>> ReadSessionsAsync(
        NpgsqlDataReader stored,
        RecordSeals? records,
        CancellationToken cancellationToken)
    {
        var sessions = ImmutableArray.CreateBuilder<AccessSession>();
        while (await stored.ReadAsync(cancellationToken))
        {
            var found = StoredField.Read(() => new AccessSession(
                stored.GetFieldValue<byte[]>(0),
                stored.GetString(1),
                stored.GetFieldValue<DateTimeOffset>(2)));
            if (found is not null && (records is null
                || records.Accepts(SealedRecord.Of(found), stored.IsDBNull(3) ? null : stored.GetFieldValue<byte[]>(3))))
            {
                sessions.Add(found);
            }
        }

        return sessions.DrainToImmutable();
    }

    private async Task<ImmutableArray<AccessKey>> LoadKeysAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Stored + " ORDER BY created_at, access_key.id", connection);
        await using var stored = await command.ExecuteReaderAsync(cancellationToken);
        return await LoadKeysAsync(stored, database.Records, cancellationToken);
    }

    // A key that was changed by hand is none; it can still be ended, and stays as good as none.
    private async Task<AccessKey?> FindAsync(NpgsqlConnection connection, string id, string locking, CancellationToken cancellationToken)
    {
#pragma warning disable CA2100 // The statement is the program's own.
        await using var command = new NpgsqlCommand($"{Stored} WHERE access_key.id = $1 {locking}", connection)
#pragma warning restore CA2100
        { Parameters = { new() { Value = id } } };
        await using var stored = await command.ExecuteReaderAsync(cancellationToken);
        return await LoadKeysAsync(stored, database.Records, cancellationToken) is [var key] ? key : null;
    }

    private async Task InsertAsync(NpgsqlConnection connection, AccessKey key, CancellationToken cancellationToken)
    {
        await using var insertion = new NpgsqlCommand(
            "INSERT INTO access_key (id, salt, hash, edition, unit, role, note, expires_on, created_at, revoked_at, made_by) VALUES ($1, "
                + "$2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
            connection)
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
                new() { Value = (object?)key.MadeBy ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
            },
        };
        await insertion.ExecuteNonQueryAsync(cancellationToken);
        Cover(connection, key);
    }

    private void Cover(NpgsqlConnection connection, AccessKey key) =>
        database.Records?.Cover(new PostgresRecords(connection), SealedRecord.Of(key));

    private Task<bool> ChangeAsync(Func<NpgsqlConnection, Task<bool>> change, CancellationToken cancellationToken) => database.WriteAsync(
        async connection =>
        {
            new PostgresRecords(connection).Lock(RecordKind.Key);
            var isChanged = await change(connection);
            if (isChanged)
                await StoreChange.Keys.TellAsync(connection, cancellationToken);
            return isChanged;
        },
        cancellationToken);

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
