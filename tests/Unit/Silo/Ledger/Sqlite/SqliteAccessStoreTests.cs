using System;
using System.Threading.Tasks;
using Aggregation.Ledger;
using Aggregation.Security;
using Xunit;

namespace Aggregation.Tests.Silo.Ledger;

public sealed class SqliteAccessStoreTests : IDisposable
{
    private static readonly DateTimeOffset Now = new DateTimeOffset(2026, 11, 21, 3, 0, 0, TimeSpan.Zero).AddTicks(1_234_567);
    private static readonly byte[] Salt = [1, 2, 3];

    private readonly TemporaryDirectory directory = new();
    private readonly OpenLedger open;
    private readonly SqliteAccessStore store;

    public SqliteAccessStoreTests()
    {
        open = new OpenLedger(directory.File("ledger.db"));
        store = new SqliteAccessStore(open.Writer, open.Readers);
    }

    public void Dispose()
    {
        open.Dispose();
        directory.Dispose();
    }

    [Theory]
    [InlineData(AccessRole.Viewer)]
    [InlineData(AccessRole.Reporter)]
    [InlineData(AccessRole.Admin)]
    public async Task A_key_comes_back_as_it_was_stored(AccessRole role)
    {
        Assert.Empty(await store.LoadKeysAsync(default));
        var key = Key("a", role) with { Note = "tỉnh 01", ExpiresOn = new DateOnly(2027, 1, 31) };
        await store.AddKeyAsync(key, default);
        var stored = Assert.Single(await store.LoadKeysAsync(default));
        Assert.Equal(key.Salt, stored.Salt);
        Assert.Equal(key.Hash, stored.Hash);
        Assert.Equal(key, stored with { Salt = key.Salt, Hash = key.Hash });
    }

    [Fact]
    public async Task A_revoked_key_keeps_its_first_instant()
    {
        await store.AddKeyAsync(Key("a", AccessRole.Admin), default);
        await store.AddKeyAsync(Key("b", AccessRole.Admin), default);
        await store.RevokeKeyAsync("b", Now.ToOffset(TimeSpan.FromHours(7)), default);
        await store.RevokeKeyAsync("b", Now.AddDays(1), default);
        await store.RevokeKeyAsync("nobody", Now, default);
        var keys = await store.LoadKeysAsync(default);
        Assert.Equal([null, Now], [keys[0].RevokedAt, keys[1].RevokedAt]);
    }

    [Fact]
    public async Task Sessions_last_until_they_end_or_are_removed()
    {
        await store.AddSessionAsync(new AccessSession([1], "a", Now.AddHours(1)), default);
        await store.AddSessionAsync(new AccessSession([2], "b", Now.AddHours(2)), default);
        await store.AddSessionAsync(new AccessSession([3], "b", Now.AddHours(2)), default);
        await store.RemoveSessionAsync([3], default);
        Assert.Equal(2, (await store.LoadSessionsAsync(Now, default)).Length);

        var left = Assert.Single(await store.LoadSessionsAsync(Now.AddHours(1), default));
        Assert.Equal((2, "b", Now.AddHours(2)), (left.TokenHash[0], left.KeyId, left.ExpiresAt));
        Assert.Single(await store.LoadSessionsAsync(Now, default));
    }

    [Fact]
    public async Task A_mark_once_set_stays()
    {
        var mark = new SqliteDemonstrationMark(open.Database, open.Writer, TimeProvider.System);
        Assert.False(mark.IsSet);
        await mark.SetAsync();
        await mark.SetAsync();
        Assert.True(mark.IsSet);
        Assert.True(new SqliteDemonstrationMark(open.Database, open.Writer, TimeProvider.System).IsSet);
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
