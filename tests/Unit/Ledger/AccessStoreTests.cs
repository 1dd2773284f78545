using System;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Ledger.Access;
using Xunit;
using static Aggregation.Tests.Ledger.OpenLedger;

namespace Aggregation.Tests.Ledger;

/// <summary>How keys, sessions and marks are kept, whatever the store.</summary>
public sealed class AccessStoreTests
{
    // To the microsecond, which is as fine as every store keeps it.
    private static readonly DateTimeOffset Now = new DateTimeOffset(2026, 11, 21, 3, 0, 0, TimeSpan.Zero).AddMicroseconds(123_456);
    private static readonly byte[] Salt = [1, 2, 3];

    [Theory]
    [OnSqlite(AccessRole.Viewer)]
    [OnSqlite(AccessRole.Reporter)]
    [OnSqlite(AccessRole.Admin)]
    [OnPostgres(AccessRole.Viewer)]
    [OnPostgres(AccessRole.Reporter)]
    [OnPostgres(AccessRole.Admin)]
    public async Task A_key_comes_back_as_it_was_stored(Store store, AccessRole role)
    {
        using var open = await OpenAsync(store);
        Assert.Empty(await open.Access.LoadKeysAsync(default));
        var key = Key("a", role) with { Note = "tỉnh 01", ExpiresOn = new DateOnly(2027, 1, 31) };
        await open.Access.AddKeyAsync(key, default);
        var stored = Assert.Single(await open.Access.LoadKeysAsync(default));
        Assert.Equal(key.Salt, stored.Salt);
        Assert.Equal(key.Hash, stored.Hash);
        Assert.Equal(key, stored with { Salt = key.Salt, Hash = key.Hash });
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_revoked_key_keeps_its_first_instant(Store store)
    {
        using var open = await OpenAsync(store);
        await open.Access.AddKeyAsync(Key("a", AccessRole.Admin), default);
        await open.Access.AddKeyAsync(Key("b", AccessRole.Admin), default);
        await open.Access.RevokeKeyAsync("b", Now.ToOffset(TimeSpan.FromHours(7)), default);
        await open.Access.RevokeKeyAsync("b", Now.AddDays(1), default);
        await open.Access.RevokeKeyAsync("nobody", Now, default);
        var keys = await open.Access.LoadKeysAsync(default);
        Assert.Equal([null, Now], [keys[0].RevokedAt, keys[1].RevokedAt]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_key_is_replaced_once_and_never_after_it_was_revoked(Store store)
    {
        using var open = await OpenAsync(store);
        foreach (var id in (string[])["a", "b"])
            await open.Access.AddKeyAsync(Key(id, AccessRole.Reporter), default);
        await open.Access.RevokeKeyAsync("b", Now, default);
        Assert.True(await open.Access.ReplaceKeyAsync("a", new DateOnly(2026, 11, 28), Key("c", AccessRole.Reporter), default));
        Assert.False(await open.Access.ReplaceKeyAsync("a", new DateOnly(2026, 11, 29), Key("d", AccessRole.Reporter), default));
        Assert.False(await open.Access.ReplaceKeyAsync("b", new DateOnly(2026, 11, 29), Key("e", AccessRole.Reporter), default));
        var keys = await open.Access.LoadKeysAsync(default);
        Assert.Equal(["a", "b", "c"], keys.Select(key => key.Id));
        Assert.Equal(("c", new DateOnly(2026, 11, 28)), (keys[0].ReplacedBy, keys[0].ExpiresOn));
        Assert.Equal([null, null], keys.Skip(1).Select(key => key.ReplacedBy));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_last_use_of_a_key_is_the_latest_that_any_silo_noted(Store store)
    {
        using var open = await OpenAsync(store);
        foreach (var id in (string[])["a", "b", "c"])
            await open.Access.AddKeyAsync(Key(id, AccessRole.Reporter), default);
        await open.Access.RecordUsesAsync([new KeyUse("b", Now), new KeyUse("a", Now)], default);
        await open.Access.RecordUsesAsync(
            [new KeyUse("a", Now.AddMinutes(-1)), new KeyUse("b", Now.AddMinutes(1)), new KeyUse("nobody", Now)],
            default);
        var keys = await open.Access.LoadKeysAsync(default);
        Assert.Equal([Now, Now.AddMinutes(1), null], keys.Select(key => key.LastUsedAt));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Sessions_last_until_they_end_or_are_removed(Store store)
    {
        using var open = await OpenAsync(store);
        await open.Access.AddSessionAsync(new AccessSession([1], "a", Now.AddHours(1)), 100, default);
        await open.Access.AddSessionAsync(new AccessSession([2], "b", Now.AddHours(2)), 100, default);
        await open.Access.AddSessionAsync(new AccessSession([3], "b", Now.AddHours(2)), 100, default);
        await open.Access.RemoveSessionAsync([3], default);
        Assert.Equal(2, (await open.Access.LoadSessionsAsync(Now, default)).Length);

        var left = Assert.Single(await open.Access.LoadSessionsAsync(Now.AddHours(1), default));
        Assert.Equal((2, "b", Now.AddHours(2)), (left.TokenHash[0], left.KeyId, left.ExpiresAt));
        Assert.Single(await open.Access.LoadSessionsAsync(Now, default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_mark_once_set_stays(Store store)
    {
        using var open = await OpenAsync(store);
        var mark = open.ReadMark();
        Assert.False(mark.IsSet);
        await mark.SetAsync();
        await mark.SetAsync();
        Assert.True(mark.IsSet);
        Assert.True(open.ReadMark().IsSet);
    }

    private static AccessKey Key(string id, AccessRole role) => new()
    {
        Id = id,
        Salt = Salt,
        Hash = [4, 5, 6],
        Edition = "2023",
        Unit = "VN",
        Role = role,
        CreatedAt = Now,
    };
}
