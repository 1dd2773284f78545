using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Security;

namespace Aggregation.Ledger;

/// <summary>Keys and sessions, in the ledger's file.</summary>
/// <param name="writer">The file's writer.</param>
/// <param name="readers">The file's readers.</param>
public sealed class SqliteAccessStore(SqliteWriter writer, SqliteReaders readers) : IAccessStore
{
    /// <inheritdoc/>
    public Task<ImmutableArray<AccessKey>> LoadKeysAsync(CancellationToken cancellationToken) => readers.ReadAsync(LoadKeys, cancellationToken);

    /// <inheritdoc/>
    public Task AddKeyAsync(AccessKey key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        return WriteAsync(session => Insert(session, key), cancellationToken);
    }

    /// <inheritdoc/>
    public Task RevokeKeyAsync(string id, DateTimeOffset revokedAt, CancellationToken cancellationToken) => WriteAsync(
        session => session["UPDATE access_key SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL"].Bind(1, Write(revokedAt)).Bind(2, id),
        cancellationToken);

    /// <inheritdoc/>
    public Task<bool> ReplaceKeyAsync(string id, DateOnly expiresOn, AccessKey successor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(successor);
        return writer.WriteAsync(
            session =>
            {
                session["UPDATE access_key SET replaced_by = ?, expires_on = ? WHERE id = ? AND replaced_by IS NULL AND revoked_at IS NULL"]
                    .Bind(1, successor.Id)
                    .Bind(2, Write(expiresOn))
                    .Bind(3, id)
                    .Run();
                if (session.Changes == 0)
                    return false;
                Insert(session, successor).Run();
                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task RecordUsesAsync(IReadOnlyCollection<KeyUse> uses, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(uses);
        return writer.WriteAsync(
            session =>
            {
                foreach (var (id, usedAt) in uses)
                {
                    session["UPDATE access_key SET last_used_at = ? WHERE id = ? AND (last_used_at IS NULL OR last_used_at < ?)"]
                        .Bind(1, Write(usedAt))
                        .Bind(2, id)
                        .Bind(3, Write(usedAt))
                        .Run();
                }

                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<AccessSession>> LoadSessionsAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        writer.WriteAsync(session => LoadSessions(session, now), cancellationToken);

    /// <inheritdoc/>
    public Task AddSessionAsync(AccessSession session, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        return WriteAsync(
            sqlite => sqlite["INSERT INTO access_session (token_hash, key_id, expires_at) VALUES (?, ?, ?)"]
                .BindBlob(1, session.TokenHash)
                .Bind(2, session.KeyId)
                .Bind(3, Write(session.ExpiresAt)),
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task RemoveSessionAsync(byte[] tokenHash, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tokenHash);
        return WriteAsync(session => session["DELETE FROM access_session WHERE token_hash = ?"].BindBlob(1, tokenHash), cancellationToken);
    }

    private static SqliteStatement Insert(SqliteSession session, AccessKey key) =>
        session["INSERT INTO access_key (id, salt, hash, edition, unit, role, note, expires_on, created_at, revoked_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"]
            .Bind(1, key.Id)
            .BindBlob(2, key.Salt)
            .BindBlob(3, key.Hash)
            .Bind(4, key.Edition)
            .Bind(5, key.Unit)
            .Bind(6, AccessRoles.NameOf(key.Role))
            .Bind(7, key.Note)
            .Bind(8, key.ExpiresOn is { } last ? Write(last) : null)
            .Bind(9, Write(key.CreatedAt))
            .Bind(10, key.RevokedAt is { } revokedAt ? Write(revokedAt) : null);

    private static ImmutableArray<AccessKey> LoadKeys(SqliteSession session)
    {
        var keys = ImmutableArray.CreateBuilder<AccessKey>();
        var stored = session["SELECT id, salt, hash, edition, unit, role, note, expires_on, created_at, revoked_at, replaced_by, last_used_at FROM access_key ORDER BY created_at, id"];
        while (stored.Step())
        {
            keys.Add(new AccessKey
            {
                Id = stored.Text(0),
                Salt = stored.Bytes(1).ToArray(),
                Hash = stored.Bytes(2).ToArray(),
                Edition = stored.Text(3),
                Unit = stored.Text(4),
                Role = Enum.Parse<AccessRole>(stored.Text(5), ignoreCase: true),
                Note = stored.TextOrNull(6),
                ExpiresOn = stored.TextOrNull(7) is { } day ? DateOnly.ParseExact(day, "O", CultureInfo.InvariantCulture) : null,
                CreatedAt = ReadInstant(stored.Text(8)),
                RevokedAt = stored.TextOrNull(9) is { } instant ? ReadInstant(instant) : null,
                ReplacedBy = stored.TextOrNull(10),
                LastUsedAt = stored.TextOrNull(11) is { } minute ? ReadInstant(minute) : null,
            });
        }

        return keys.DrainToImmutable();
    }

    private static ImmutableArray<AccessSession> LoadSessions(SqliteSession session, DateTimeOffset now)
    {
        session["DELETE FROM access_session WHERE expires_at <= ?"].Bind(1, Write(now)).Run();
        var sessions = ImmutableArray.CreateBuilder<AccessSession>();
        var stored = session["SELECT token_hash, key_id, expires_at FROM access_session"];
        while (stored.Step())
            sessions.Add(new AccessSession(stored.Bytes(0).ToArray(), stored.Text(1), ReadInstant(stored.Text(2))));
        return sessions.DrainToImmutable();
    }

    private static string Write(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    // All of one length and in UTC, so that they sort as text.
    private static string Write(DateTimeOffset instant) => instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static DateTimeOffset ReadInstant(string text) => DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private Task<bool> WriteAsync(Func<SqliteSession, SqliteStatement> bind, CancellationToken cancellationToken) => writer.WriteAsync(
        session =>
        {
            bind(session).Run();
            return true;
        },
        cancellationToken);
}
