using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Ledger.Access;

namespace Aggregation.Tests.Api.Access;

/// <summary>A store of keys and sessions in memory.</summary>
internal sealed class MemoryAccessStore : IAccessStore
{
    public List<AccessKey> Keys { get; } = [];

    public List<AccessSession> Sessions { get; } = [];

    /// <summary>What somebody else does as soon as a session has been looked for.</summary>
    public Action? OnFound { get; set; }

    /// <summary>How often a whole table was read.</summary>
    public int Scans { get; private set; }

    public Task<ImmutableArray<AccessKey>> LoadKeysAsync(CancellationToken cancellationToken)
    {
        Scans++;
        return Task.FromResult(Keys.ToImmutableArray());
    }

    public Task<AccessKey?> FindKeyAsync(string id, CancellationToken cancellationToken) => Task.FromResult(Keys.Find(key => key.Id == id));

    public Task AddKeyAsync(AccessKey key, CancellationToken cancellationToken)
    {
        Keys.Add(key);
        return Task.CompletedTask;
    }

    public Task RevokeKeyAsync(string id, DateTimeOffset revokedAt, CancellationToken cancellationToken)
    {
        var place = Keys.FindIndex(key => key.Id == id);
        Keys[place] = Keys[place] with { RevokedAt = Keys[place].RevokedAt ?? revokedAt };
        return Task.CompletedTask;
    }

    public Task<bool> ReplaceKeyAsync(string id, DateOnly expiresOn, AccessKey successor, CancellationToken cancellationToken)
    {
        var place = Keys.FindIndex(key => key.Id == id && key is { ReplacedBy: null, RevokedAt: null });
        if (place < 0)
            return Task.FromResult(false);
        Keys[place] = Keys[place] with { ReplacedBy = successor.Id, ExpiresOn = expiresOn };
        Keys.Add(successor);
        return Task.FromResult(true);
    }

    public Task RecordUsesAsync(IReadOnlyCollection<KeyUse> uses, CancellationToken cancellationToken)
    {
        foreach (var use in uses)
        {
            var place = Keys.FindIndex(key => key.Id == use.KeyId);
            Keys[place] = Keys[place] with { LastUsedAt = Keys[place].LastUsedAt > use.UsedAt ? Keys[place].LastUsedAt : use.UsedAt };
        }

        return Task.CompletedTask;
    }

    public Task<ImmutableArray<AccessSession>> LoadSessionsAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        Scans++;
        return Task.FromResult(Sessions.Where(session => session.ExpiresAt > now).ToImmutableArray());
    }

    public Task<AccessSession?> FindSessionAsync(byte[] tokenHash, CancellationToken cancellationToken)
    {
        var found = Sessions.Find(session => session.TokenHash.AsSpan().SequenceEqual(tokenHash));
        OnFound?.Invoke();
        return Task.FromResult(found);
    }

    public Task<ImmutableArray<byte[]>> AddSessionAsync(AccessSession session, int most, CancellationToken cancellationToken)
    {
        Sessions.Add(session);
        var ended = Sessions.Where(other => other.KeyId == session.KeyId).OrderByDescending(other => other.ExpiresAt).Skip(most).ToList();
        ended.ForEach(other => Sessions.Remove(other));
        return Task.FromResult(ended.Select(other => other.TokenHash).ToImmutableArray());
    }

    public Task RemoveSessionAsync(byte[] tokenHash, CancellationToken cancellationToken)
    {
        Sessions.RemoveAll(session => session.TokenHash.AsSpan().SequenceEqual(tokenHash));
        return Task.CompletedTask;
    }
}
