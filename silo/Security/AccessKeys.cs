using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Reports;

namespace Aggregation.Security;

/// <summary>
/// The directory of keys: all of them in memory, so that no request waits for the store. A revocation here counts from
/// that moment, one made by another silo from the next <see cref="RefreshAsync"/>. A key that is not known here is looked for
/// in the store before it is refused, so that one made elsewhere is good everywhere at once. Safe for concurrent use.
/// </summary>
/// <param name="store">Where keys are kept.</param>
/// <param name="time">The clock.</param>
public sealed class AccessKeys(IAccessStore store, TimeProvider time) : IDisposable
{
    /// <summary>What the ids of keys set by configuration begin with.</summary>
    public const string ConfiguredPrefix = "configured-";

    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly Lock waitingGate = new();
    private ImmutableDictionary<string, AccessKey>? byId;
    private ImmutableArray<AccessKey> configured = [];
    private Task? waiting;

    /// <summary>Raised when some key is good no longer, or not for as long as before; by its last day alone it is not.</summary>
    public event EventHandler? Withdrawn;

    /// <inheritdoc/>
    public void Dispose() => gate.Dispose();

    /// <summary>Every key ever made, oldest first.</summary>
    public async Task<IReadOnlyList<AccessKey>> ListAsync(CancellationToken cancellationToken)
    {
        var keys = await GetAsync(cancellationToken);
        return [.. keys.Values.OrderBy(key => key.CreatedAt).ThenBy(key => key.Id, StringComparer.Ordinal)];
    }

    /// <summary>The key of an id, good or not; null when there is none.</summary>
    public async ValueTask<AccessKey?> FindAsync(string id, CancellationToken cancellationToken) =>
        (await GetAsync(cancellationToken)).GetValueOrDefault(id);

    /// <summary>The good key that a text is; null when it is none.</summary>
    public async ValueTask<AccessKey?> AuthenticateAsync(string text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        await GetAsync(cancellationToken);
        if (Match(text) is { } key)
            return IsGood(key) ? key : null;
        if (KeyText.IdOf(text) is not { } id || byId!.ContainsKey(id))
            return null;
        await RefreshAsync(cancellationToken);
        return Match(text) is { } elsewhere && IsGood(elsewhere) ? elsewhere : null;
    }

    /// <summary>True while a key may be used: neither revoked, as far as this silo knows, nor past its last day.</summary>
    public bool IsGood(AccessKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return byId?.GetValueOrDefault(key.Id) is { RevokedAt: null } current
            && (current.ExpiresOn is not { } last || ReportDay.Today(time) <= last);
    }

    /// <summary>Stores a new key. Its text, which is nowhere kept, is the second result.</summary>
    public async Task<(AccessKey Key, string Text)> MakeAsync(NewAccessKey wanted, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var (key, text) = Make(wanted);
        await GetAsync(cancellationToken);
        await store.AddKeyAsync(key, cancellationToken);
        await ChangeAsync(keys => keys.SetItem(key.Id, key));
        return (key, text);
    }

    /// <summary>Stores a new key in the place of another one, which ends after a while.</summary>
    /// <param name="old">The other one.</param>
    /// <param name="lastDay">The last day (Asia/Ho_Chi_Minh) of the other one.</param>
    /// <param name="wanted">What the new one is for.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The new key and its text; null when the other one was revoked or replaced meanwhile.</returns>
    public async Task<(AccessKey Key, string Text)?> ReplaceAsync(AccessKey old, DateOnly lastDay, NewAccessKey wanted, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(wanted);
        var (key, text) = Make(wanted);
        await GetAsync(cancellationToken);
        if (!await store.ReplaceKeyAsync(old.Id, lastDay, key, cancellationToken))
        {
            await RefreshAsync(cancellationToken);
            return null;
        }

        await ChangeAsync(keys => keys.SetItem(key.Id, key).SetItem(old.Id, (keys.GetValueOrDefault(old.Id) ?? old) with { ReplacedBy = key.Id, ExpiresOn = lastDay }));
        return (key, text);
    }

    /// <summary>Revokes a key at once; a repeat changes nothing.</summary>
    public async Task RevokeAsync(string id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await GetAsync(cancellationToken);
        await store.RevokeKeyAsync(id, now, cancellationToken);
        await ChangeAsync(keys => keys.TryGetValue(id, out var key) ? keys.SetItem(id, key with { RevokedAt = key.RevokedAt ?? now }) : keys);
    }

    /// <summary>Reads all keys again. Whoever comes before a reading begins shares it, so that unknown keys cause one at a time.</summary>
    public Task RefreshAsync(CancellationToken cancellationToken)
    {
        lock (waitingGate)
        {
            waiting ??= Task.Run(ReadAsync, CancellationToken.None);
            return waiting.WaitAsync(cancellationToken);
        }
    }

    private async Task ReadAsync()
    {
        await gate.WaitAsync();
        try
        {
            lock (waitingGate)
                waiting = null;
            var keys = await store.LoadKeysAsync(CancellationToken.None);
            Set(keys.ToImmutableDictionary(key => key.Id, StringComparer.Ordinal));
        }
        finally
        {
            gate.Release();
        }
    }

    private AccessKey? Match(string text)
    {
        if (KeyText.IdOf(text) is { } id && byId!.TryGetValue(id, out var key) && KeyText.Matches(key, text))
            return key;
        foreach (var set in configured)
        {
            if (KeyText.Matches(set, text))
                return set;
        }

        return null;
    }

    private (AccessKey Key, string Text) Make(NewAccessKey wanted)
    {
        var (id, text) = KeyText.Make();
        (id, text) = (wanted.Id ?? id, wanted.Text ?? text);
        var salt = RandomNumberGenerator.GetBytes(16);
        var key = new AccessKey
        {
            Id = id,
            Salt = salt,
            Hash = KeyText.Hash(salt, text),
            Edition = wanted.Edition,
            Unit = wanted.Unit,
            Role = wanted.Role,
            Note = wanted.Note,
            ExpiresOn = wanted.ExpiresOn,
            CreatedAt = time.GetUtcNow(),
        };
        return (key, text);
    }

    private async ValueTask<ImmutableDictionary<string, AccessKey>> GetAsync(CancellationToken cancellationToken)
    {
        if (byId is null)
            await RefreshAsync(cancellationToken);
        return byId!;
    }

    private async Task ChangeAsync(Func<ImmutableDictionary<string, AccessKey>, ImmutableDictionary<string, AccessKey>> change)
    {
        await gate.WaitAsync(CancellationToken.None);
        try
        {
            Set(change(byId!));
        }
        finally
        {
            gate.Release();
        }
    }

    private void Set(ImmutableDictionary<string, AccessKey> keys)
    {
        var before = byId;
        configured = [.. keys.Values.Where(key => key.Id.StartsWith(ConfiguredPrefix, StringComparison.Ordinal) && key.RevokedAt is null)];
        byId = keys;
        if (before is not null && before.Values.Any(key => keys.GetValueOrDefault(key.Id) is not { } now || now.RevokedAt != key.RevokedAt || now.ExpiresOn != key.ExpiresOn))
            Withdrawn?.Invoke(this, EventArgs.Empty);
    }
}
