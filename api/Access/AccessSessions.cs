using System;
using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Api.Http;
using Aggregation.Ledger;
using Aggregation.Ledger.Access;

namespace Aggregation.Api.Access;

/// <summary>The sessions of browsers, in memory and in the store. Safe for concurrent use.</summary>
public sealed class AccessSessions : IStoreChangeHandler, IDisposable
{
    /// <summary>How long a session is good for.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromHours(12);

    private const int TokenLength = 43;
    private readonly int most;
    private readonly IAccessStore store;
    private readonly AccessKeys keys;
    private readonly TimeProvider time;
    private readonly SharedReading reading;
    private readonly ConcurrentDictionary<string, AccessSession> byHash = new(StringComparer.Ordinal);

    /// <summary>Makes an empty directory; what is unknown is looked for in the store.</summary>
    /// <param name="store">Where sessions are kept.</param>
    /// <param name="keys">The keys they stand for.</param>
    /// <param name="limits">How many sessions a key may have.</param>
    /// <param name="time">The clock.</param>
    public AccessSessions(IAccessStore store, AccessKeys keys, LimitSettings limits, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(limits);
        most = limits.SessionsPerKey;
        this.store = store;
        this.keys = keys;
        this.time = time;
        reading = new SharedReading(ReadAsync);
    }

    /// <summary>Raised when a session is ended before its time.</summary>
    public event EventHandler? Ended;

    /// <inheritdoc/>
    public void Dispose() => reading.Dispose();

    /// <summary>Begins a session for a key; where the key has too many, its oldest ends.</summary>
    /// <returns>The token for the cookie, which is nowhere kept.</returns>
    public async Task<string> BeginAsync(AccessKey key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var session = new AccessSession(HashOf(token), key.Id, time.GetUtcNow() + Length);
        var ended = await store.AddSessionAsync(session, most, cancellationToken);
        ForgetEnded();
        byHash[NameOf(session.TokenHash)] = session;
        foreach (var hash in ended)
            await reading.ExcludeAsync(() => Forget(NameOf(hash)));
        return token;
    }

    /// <summary>The session that a cookie's token is, as far as this silo knows, with its good key; null when it is none.</summary>
    public async ValueTask<(AccessKey Key, AccessSession Session)?> RecogniseAsync(string token, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(token);
        if (token.Length != TokenLength
            || !byHash.TryGetValue(NameOf(HashOf(token)), out var session)
            || session.ExpiresAt <= time.GetUtcNow())
        {
            return null;
        }

        return await keys.FindAsync(session.KeyId, cancellationToken) is { } key && keys.IsGood(key) ? (key, session) : null;
    }

    /// <summary>
    /// The session that a cookie's token is, for which an unknown one is looked for in the store, with its good key; null when it is none.
    /// </summary>
    public async ValueTask<(AccessKey Key, AccessSession Session)?> AuthenticateAsync(string token, CancellationToken cancellationToken)
    {
        if (await RecogniseAsync(token, cancellationToken) is { } known)
            return known;
        var hash = HashOf(token);
        // It may have begun at another silo, or before this one started.
        if (token.Length != TokenLength
            || byHash.ContainsKey(NameOf(hash))
            || await store.FindSessionAsync(hash, cancellationToken) is not { } found
            || found.ExpiresAt <= time.GetUtcNow())
        {
            return null;
        }

        byHash.TryAdd(NameOf(hash), found);
        // It may have been ended elsewhere between the look and this: then what is read again after a change has passed it by.
        if (await store.FindSessionAsync(hash, cancellationToken) is null)
        {
            Forget(NameOf(hash));
            return null;
        }

        return await RecogniseAsync(token, cancellationToken);
    }

    /// <summary>True until a session ends, by itself or by somebody who ends it; whether its key is good is another question.</summary>
    public bool IsOpen(AccessSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return session.ExpiresAt > time.GetUtcNow() && byHash.ContainsKey(NameOf(session.TokenHash));
    }

    /// <summary>Ends a session; one that is unknown is ended already.</summary>
    public async Task EndAsync(string token, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(token);
        var hash = HashOf(token);
        await store.RemoveSessionAsync(hash, cancellationToken);
        await reading.ExcludeAsync(() => Forget(NameOf(hash)));
    }

    /// <inheritdoc/>
    public StoreChange Change => StoreChange.Sessions;

    /// <summary>Reads all sessions again: those begun at other silos come, those ended there go.</summary>
    public Task RefreshAsync(CancellationToken cancellationToken) => reading.RunAsync(cancellationToken);

    private async Task ReadAsync()
    {
        // Each of these was stored before it came here, so one that is not stored now has ended.
        var here = byHash.Keys;
        var stored = new HashSet<string>(StringComparer.Ordinal);
        foreach (var session in await store.LoadSessionsAsync(time.GetUtcNow(), CancellationToken.None))
        {
            stored.Add(NameOf(session.TokenHash));
            byHash.TryAdd(NameOf(session.TokenHash), session);
        }

        foreach (var name in here)
        {
            if (!stored.Contains(name))
                Forget(name);
        }
    }

    private void Forget(string name)
    {
        if (byHash.TryRemove(name, out _))
            Ended?.Invoke(this, EventArgs.Empty);
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
