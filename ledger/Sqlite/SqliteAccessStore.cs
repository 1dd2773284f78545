using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Ledger.Access;
using Aggregation.Ledger.Seals;

namespace Aggregation.Ledger.Sqlite;

/// <summary>Keys and sessions, in the ledger's file.</summary>
/// <param name="writer">The file's writer.</param>
/// <param name="readers">The file's readers.</param>
public sealed class SqliteAccessStore(SqliteWriter writer, SqliteReaders readers) : IAccessStore
{
    private const string Stored =
        $"""
        SELECT access_key.id, salt, hash, edition, unit, role, note, expires_on, created_at, revoked_at, replaced_by, last_used_at, made_by, mac
        FROM access_key LEFT JOIN record_mac ON kind = '{RecordKind.Key}' AND record_mac.id = access_key.id
        """;

    private const string StoredSession = "SELECT token_hash, key_id, expires_at, mac FROM access_session";

    /// <inheritdoc/>
    public Task<ImmutableArray<AccessKey>> LoadKeysAsync(CancellationToken cancellationToken) =>
        readers.ReadAsync(session => LoadKeys(session, writer.Records), cancellationToken);

    /// <inheritdoc/>
    public Task<AccessKey?> FindKeyAsync(string id, CancellationToken cancellationToken) =>
        readers.ReadAsync(session => Find(session, id), cancellationToken);

    /// <inheritdoc/>
    public Task AddKeyAsync(AccessKey key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        return writer.WriteAsync(
            session =>
            {
                Insert(session, key);
                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task RevokeKeyAsync(string id, DateTimeOffset revokedAt, CancellationToken cancellationToken) => writer.WriteAsync(
        session =>
        {
            var key = Find(session, id);
            session["UPDATE access_key SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL"].Bind(1, Write(revokedAt)).Bind(2, id).Run();
            if (key is { RevokedAt: null })
                Cover(session, key with { RevokedAt = revokedAt });
            return true;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<bool> ReplaceKeyAsync(string id, DateOnly expiresOn, AccessKey successor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(successor);
        return writer.WriteAsync(
            session =>
            {
                if (Find(session, id) is not { ReplacedBy: null, RevokedAt: null } key)
                    return false;
                session["UPDATE access_key SET replaced_by = ?, expires_on = ? WHERE id = ?"]
                    .Bind(1, successor.Id)
                    .Bind(2, Write(expiresOn))
                    .Bind(3, id)
                    .Run();
                Cover(session, key with { ReplacedBy = successor.Id, ExpiresOn = expiresOn });
                Insert(session, successor);
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
        writer.WriteAsync(session => LoadSessions(session, writer.Records, now), cancellationToken);

    /// <inheritdoc/>
    public Task<AccessSession?> FindSessionAsync(byte[] tokenHash, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tokenHash);
        return readers.ReadAsync(
            session =>
            {
                var stored = session[StoredSession + " WHERE token_hash = ?"].BindBlob(1, tokenHash);
                var found = stored.Step() ? AcceptedSession(stored, writer.Records) : null;
                stored.Reset();
                return found;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<byte[]>> AddSessionAsync(AccessSession session, int most, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        return writer.WriteAsync(sqlite => AddSession(sqlite, writer.Records, session, most), cancellationToken);
    }

    /// <inheritdoc/>
    public Task RemoveSessionAsync(byte[] tokenHash, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tokenHash);
        return WriteAsync(session => session["DELETE FROM access_session WHERE token_hash = ?"].BindBlob(1, tokenHash), cancellationToken);
    }

    /// <summary>Every key as it stands.</summary>
    internal static List<StoredRecord> ReadKeys(SqliteSession session)
    {
        var keys = new List<StoredRecord>();
        var stored = session[Stored];
        while (stored.Step())
            keys.Add(new StoredRecord(stored.Text(0), StoredField.Read(() => SealedRecord.Of(Key(stored))), null));
        return keys;
    }

    private static ImmutableArray<AccessKey> LoadKeys(SqliteSession session, RecordSeals? records)
    {
        var keys = ImmutableArray.CreateBuilder<AccessKey>();
        var stored = session[Stored + " ORDER BY created_at, access_key.id"];
        while (stored.Step())
        {
            if (Accepted(stored, records) is { } key)
                keys.Add(key);
        }

        return keys.DrainToImmutable();
    }

    private static AccessKey? Accepted(SqliteStatement stored, RecordSeals? records)
    {
        if (StoredField.Read(() => Key(stored)) is not { } key)
        {
            records?.Refuse(RecordKind.Key, stored.Text(0));
            return null;
        }

        return records is null || records.Accepts(SealedRecord.Of(key), stored.BytesOrNull(13)) ? key : null;
    }

    private static AccessKey Key(SqliteStatement stored) => new()
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
        MadeBy = stored.TextOrNull(12),
    };

    private static ImmutableArray<AccessSession> LoadSessions(SqliteSession session, RecordSeals? records, DateTimeOffset now)
    {
        session["DELETE FROM access_session WHERE expires_at <= ?"].Bind(1, Write(now)).Run();
        var sessions = ImmutableArray.CreateBuilder<AccessSession>();
        var stored = session[StoredSession];
        while (stored.Step())
        {
            if (AcceptedSession(stored, records) is { } found)
                sessions.Add(found);
        }

        return sessions.DrainToImmutable();
    }

    private static AccessSession? AcceptedSession(SqliteStatement stored, RecordSeals? records)
    {
        var found = StoredField.Read(() => new AccessSession(stored.Bytes(0).ToArray(), stored.Text(1), ReadInstant(stored.Text(2))));
        return found is not null && (records is null || records.Accepts(SealedRecord.Of(found), stored.BytesOrNull(3))) ? found : null;
    }

    private static ImmutableArray<byte[]> AddSession(SqliteSession sqlite, RecordSeals? records, AccessSession session, int most)
    {
        var insertion = sqlite["INSERT INTO access_session (token_hash, key_id, expires_at, mac) VALUES (?, ?, ?, ?)"]
            .BindBlob(1, session.TokenHash)
            .Bind(2, session.KeyId)
            .Bind(3, Write(session.ExpiresAt));
        (records is null ? insertion.BindNull(4) : insertion.BindBlob(4, records.MacOf(SealedRecord.Of(session)))).Run();
        var ended = ImmutableArray.CreateBuilder<byte[]>();
        var oldest = sqlite["SELECT token_hash FROM access_session WHERE key_id = ? ORDER BY expires_at DESC, token_hash LIMIT -1 OFFSET "
            + "?"].Bind(
            1,
            session.KeyId).Bind(
            2,
            (long)most);
        while (oldest.Step())
            ended.Add(oldest.Bytes(0).ToArray());
        foreach (var hash in ended)
            sqlite["DELETE FROM access_session WHERE token_hash = ?"].BindBlob(1, hash).Run();
        return ended.ToImmutable();
    }

    private static string Write(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    // All of one length and in UTC, so that they sort as text.
    private static string Write(DateTimeOffset instant) => instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static DateTimeOffset ReadInstant(string text) =>
        DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private Task<bool> WriteAsync(Func<SqliteSession, SqliteStatement> bind, CancellationToken cancellationToken) => writer.WriteAsync(
        session =>
        {
            bind(session).Run();
            return true;
        },
        cancellationToken);

    // A key that was changed by hand is none; it can still be ended, and stays as good as none.
    private AccessKey? Find(SqliteSession session, string id)
    {
        var stored = session[Stored + " WHERE access_key.id = ?"].Bind(1, id);
        var key = stored.Step() ? Accepted(stored, writer.Records) : null;
        stored.Reset();
        return key;
    }

    private void Insert(SqliteSession session, AccessKey key)
    {
        session["INSERT INTO access_key (id, salt, hash, edition, unit, role, note, expires_on, created_at, revoked_at, made_by) VALUES "
            + "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"]
            .Bind(1, key.Id)
            .BindBlob(2, key.Salt)
            .BindBlob(3, key.Hash)
            .Bind(4, key.Edition)
            .Bind(5, key.Unit)
            .Bind(6, AccessRoles.NameOf(key.Role))
            .Bind(7, key.Note)
            .Bind(8, key.ExpiresOn is { } last ? Write(last) : null)
            .Bind(9, Write(key.CreatedAt))
            .Bind(10, key.RevokedAt is { } revokedAt ? Write(revokedAt) : null)
            .Bind(11, key.MadeBy)
            .Run();
        Cover(session, key);
    }

    private void Cover(SqliteSession session, AccessKey key) => writer.Records?.Cover(new SqliteRecords(session), SealedRecord.Of(key));
}
