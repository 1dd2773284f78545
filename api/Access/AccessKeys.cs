using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Domain.Reports;
using Aggregation.Ledger;
using Aggregation.Ledger.Access;

namespace Aggregation.Api.Access;

/// <summary>
/// The directory of keys: all of them in memory, so that no request waits for the store. A revocation here counts from
/// that moment, one made by another silo from the next <see cref="RefreshAsync"/>. A key that is not known here is looked for
/// in the store before it is refused, so that one made elsewhere is good everywhere at once. Safe for concurrent use.
/// </summary>
public sealed class AccessKeys : IStoreChangeHandler, IDisposable
{
    /// <summary>What the ids of keys set by configuration begin with.</summary>
    public const string ConfiguredPrefix = "configured-";

    private readonly IAccessStore store;
    private readonly TimeProvider time;
    private readonly SharedReading reading;
    private ImmutableDictionary<string, AccessKey>? byId;
    private ImmutableArray<AccessKey> configured = [];

    /// <summary>Makes an empty directory, which is read when it is first asked.</summary>
    /// <param name="store">Where keys are kept.</param>
    /// <param name="time">The clock.</param>
    public AccessKeys(IAccessStore store, TimeProvider time)
    {
        this.store = store;
        this.time = time;
        reading = new SharedReading(async () => Set((await store.LoadKeysAsync(CancellationToken.None)).ToImmutableDictionary(
            key => key.Id,
            StringComparer.Ordinal)));
    }

    /// <summary>Raised when some key is good no longer, or not for as long as before; by its last day alone it is not.</summary>
    public event EventHandler? Withdrawn;

    /// <inheritdoc/>
    public void Dispose() => reading.Dispose();

    /// <summary>Every key ever made, oldest first.</summary>
    public async Task<IReadOnlyList<AccessKey>> ListAsync(CancellationToken cancellationToken)
    {
        var keys = await GetAsync(cancellationToken);
        return [.. keys.Values.OrderBy(key => key.CreatedAt).ThenBy(key => key.Id, StringComparer.Ordinal)];
    }

    /// <summary>The key of an id, good or not; null when there is none.</summary>
    public async ValueTask<AccessKey?> FindAsync(string id, CancellationToken cancellationToken) =>
        (await GetAsync(cancellationToken)).GetValueOrDefault(id);

    /// <summary>The good key that a text is, as far as this silo knows; null when it is none.</summary>
    public async ValueTask<AccessKey?> RecogniseAsync(string text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        await GetAsync(cancellationToken);
        return Match(text) is { } key && IsGood(key) ? key : null;
    }

    /// <summary>The good key that a text is, for which an unknown one is looked for in the store; null when it is none.</summary>
    public async ValueTask<AccessKey?> AuthenticateAsync(string text, CancellationToken cancellationToken)
    {
        if (await RecogniseAsync(text, cancellationToken) is { } known)
            return known;
        if (KeyText.IdOf(text) is not { } id || byId!.ContainsKey(id) || await store.FindKeyAsync(id, cancellationToken) is not { } found)
            return null;
        await ChangeAsync(keys => keys.ContainsKey(id) ? keys : keys.Add(id, found));
        return await RecogniseAsync(text, cancellationToken);
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
    public async Task<(AccessKey Key, string Text)?> ReplaceAsync(
        AccessKey old,
        DateOnly lastDay,
        NewAccessKey wanted,
        CancellationToken cancellationToken)
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

        await ChangeAsync(keys =>
        {
            var replaced = (keys.GetValueOrDefault(old.Id) ?? old) with { ReplacedBy = key.Id, ExpiresOn = lastDay };
            return keys.SetItem(key.Id, key).SetItem(old.Id, replaced);
        });
        return (key, text);
    }

    /// <summary>Revokes a key at once; a repeat changes nothing.</summary>
    public async Task RevokeAsync(string id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await GetAsync(cancellationToken);
        await store.RevokeKeyAsync(id, now, cancellationToken);
        await ChangeAsync(keys => keys.TryGetValue(id, out var key)
            ? keys.SetItem(id, key with { RevokedAt = key.RevokedAt ?? now })
            : keys);
    }

    /// <inheritdoc/>
    public StoreChange Change => StoreChange.Keys;

    /// <summary>Reads all keys again.</summary>
    public Task RefreshAsync(CancellationToken cancellationToken) => reading.RunAsync(cancellationToken);

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
            MadeBy = wanted.MadeBy,
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

    private Task ChangeAsync(Func<ImmutableDictionary<string, AccessKey>, ImmutableDictionary<string, AccessKey>> change) =>
        reading.ExcludeAsync(() => Set(change(byId!)));

    private void Set(ImmutableDictionary<string, AccessKey> keys)
    {
        var before = byId;
        configured = [.. keys.Values.Where(key => key.Id.StartsWith(ConfiguredPrefix, StringComparison.Ordinal) && key.RevokedAt is null)];
        byId = keys;
        if (before is not null && before.Values.Any(key => keys.GetValueOrDefault(key.Id) is not { } now
            || now.RevokedAt != key.RevokedAt
            || now.ExpiresOn != key.ExpiresOn))
        {
            Withdrawn?.Invoke(this, EventArgs.Empty);
        }
    }
}
