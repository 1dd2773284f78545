using System;
using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace Aggregation.Security;

/// <summary>The sessions of browsers, in memory and in the store. Safe for concurrent use.</summary>
/// <param name="store">Where sessions are kept.</param>
/// <param name="keys">The keys they stand for.</param>
/// <param name="time">The clock.</param>
public sealed class AccessSessions(IAccessStore store, AccessKeys keys, TimeProvider time) : IDisposable
{
    /// <summary>How long a session is good for.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromHours(12);

    private const int TokenLength = 43;
    private static readonly TimeSpan RefreshInterval = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly ConcurrentDictionary<string, AccessSession> byHash = new(StringComparer.Ordinal);
    private DateTimeOffset refreshedAt = DateTimeOffset.MinValue;

    /// <inheritdoc/>
    public void Dispose() => gate.Dispose();

    /// <summary>Begins a session for a key.</summary>
    /// <returns>The token for the cookie, which is nowhere kept.</returns>
    public async Task<string> BeginAsync(AccessKey key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var session = new AccessSession(HashOf(token), key.Id, time.GetUtcNow() + Length);
        await store.AddSessionAsync(session, cancellationToken);
        ForgetEnded();
        byHash[NameOf(session.TokenHash)] = session;
        return token;
    }

    /// <summary>The good key that a cookie's token stands for; null when there is none.</summary>
    public async ValueTask<AccessKey?> AuthenticateAsync(string token, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(token);
        if (token.Length != TokenLength)
            return null;
        var name = NameOf(HashOf(token));
        if (!byHash.TryGetValue(name, out var session))
        {
            // It may have begun at another silo, or before this one started.
            await RefreshAsync(cancellationToken);
            byHash.TryGetValue(name, out session);
        }

        if (session is null || session.ExpiresAt <= time.GetUtcNow())
            return null;
        return await keys.FindAsync(session.KeyId, cancellationToken) is { } key && keys.IsGood(key) ? key : null;
    }

    /// <summary>Ends a session; one that is unknown is ended already.</summary>
    public async Task EndAsync(string token, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(token);
        var hash = HashOf(token);
        await store.RemoveSessionAsync(hash, cancellationToken);
        byHash.TryRemove(NameOf(hash), out _);
    }

    /// <summary>Forgets what is not stored any more: sessions that were ended at another silo.</summary>
    public async Task ForgetEndedElsewhereAsync(CancellationToken cancellationToken)
    {
        // Each of these was stored before it came here, so one that is not stored now has ended.
        var here = byHash.Keys;
        var stored = new HashSet<string>(StringComparer.Ordinal);
        foreach (var session in await store.LoadSessionsAsync(time.GetUtcNow(), cancellationToken))
            stored.Add(NameOf(session.TokenHash));
        foreach (var name in here)
        {
            if (!stored.Contains(name))
                byHash.TryRemove(name, out _);
        }
    }

    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            var now = time.GetUtcNow();
            if (now - refreshedAt < RefreshInterval)
                return;
            refreshedAt = now;
            foreach (var session in await store.LoadSessionsAsync(now, cancellationToken))
                byHash.TryAdd(NameOf(session.TokenHash), session);
        }
        finally
        {
            gate.Release();
        }
    }

    private void ForgetEnded()
    {
        var now = time.GetUtcNow();
        foreach (var (name, session) in byHash)
        {
            if (session.ExpiresAt <= now)
                byHash.TryRemove(KeyValuePair.Create(name, session));
        }
    }

    private static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    private static string NameOf(byte[] hash) => Convert.ToHexString(hash);
}
