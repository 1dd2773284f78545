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
/// that moment; one made by another silo, or a key made there, from the next <see cref="RefreshAsync"/>, which an unknown
/// key brings about at most once a second. Safe for concurrent use.
/// </summary>
/// <param name="store">Where keys are kept.</param>
/// <param name="time">The clock.</param>
public sealed class AccessKeys(IAccessStore store, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan RefreshInterval = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim gate = new(1, 1);
    private ImmutableDictionary<string, AccessKey>? byId;
    private ImmutableArray<AccessKey> configured = [];
    private DateTimeOffset refreshedAt = DateTimeOffset.MinValue;

    /// <summary>What the ids of keys set by configuration begin with.</summary>
    public const string ConfiguredPrefix = "configured-";

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
        var keys = await GetAsync(cancellationToken);
        if (KeyText.IdOf(text) is { } id)
        {
            if (!keys.TryGetValue(id, out var key) && time.GetUtcNow() - refreshedAt >= RefreshInterval)
            {
                await RefreshAsync(cancellationToken);
                key = byId!.GetValueOrDefault(id);
            }

            if (key is not null)
                return KeyText.Matches(key, text) && IsGood(key) ? key : null;
        }

        return configured.FirstOrDefault(key => KeyText.Matches(key, text) && IsGood(key));
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
        await GetAsync(cancellationToken);
        await store.AddKeyAsync(key, cancellationToken);
        await ChangeAsync(keys => keys.SetItem(id, key));
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

    /// <summary>Reads all keys again.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            refreshedAt = time.GetUtcNow();
            var keys = await store.LoadKeysAsync(cancellationToken);
            Set(keys.ToImmutableDictionary(key => key.Id, StringComparer.Ordinal));
        }
        finally
        {
            gate.Release();
        }
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
        configured = [.. keys.Values.Where(key => key.Id.StartsWith(ConfiguredPrefix, StringComparison.Ordinal) && key.RevokedAt is null)];
        byId = keys;
    }
}
