using System;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Api.Access;
using Aggregation.Ledger.Access;
using Aggregation.Testing.Reference;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Aggregation.Tests.Api.Access;

public sealed class KeyUsesTests : IDisposable
{
    private static readonly DateTimeOffset Minute = new(2017, 2, 20, 8, 30, 0, TimeSpan.Zero);

    private readonly MemoryAccessStore store = new();
    private readonly ManualTime time = new(Minute.AddSeconds(12));
    private readonly AccessKeys keys;
    private readonly KeyUses uses;

    public KeyUsesTests()
    {
        keys = new AccessKeys(store, time);
        uses = new KeyUses(store, time, NullLogger<KeyUses>.Instance);
    }

    public void Dispose()
    {
        uses.Dispose();
        keys.Dispose();
    }

    [Fact]
    public async Task A_use_is_known_at_once_and_stored_to_the_minute()
    {
        var key = await MakeAsync();
        Assert.Null(uses.LastUseOf(key));
        uses.Note(key.Id);
        Assert.Equal(Minute, uses.LastUseOf(key));
        Assert.Null(store.Keys[0].LastUsedAt);
        await uses.StoreAsync(CancellationToken.None);
        Assert.Equal(Minute, store.Keys[0].LastUsedAt);
    }

    [Fact]
    public async Task A_use_at_another_silo_counts_when_it_is_the_later_one()
    {
        var key = await MakeAsync();
        uses.Note(key.Id);
        Assert.Equal(Minute, uses.LastUseOf(key with { LastUsedAt = Minute.AddMinutes(-1) }));
        Assert.Equal(Minute.AddMinutes(1), uses.LastUseOf(key with { LastUsedAt = Minute.AddMinutes(1) }));
    }

    [Fact]
    public async Task Only_what_is_new_is_stored()
    {
        var key = await MakeAsync();
        uses.Note(key.Id);
        await uses.StoreAsync(CancellationToken.None);
        store.Keys[0] = store.Keys[0] with { LastUsedAt = null };
        uses.Note(key.Id);
        await uses.StoreAsync(CancellationToken.None);
        Assert.Null(store.Keys[0].LastUsedAt);
        time.Advance(TimeSpan.FromMinutes(2));
        uses.Note(key.Id);
        await uses.StoreAsync(CancellationToken.None);
        Assert.Equal(Minute.AddMinutes(2), store.Keys[0].LastUsedAt);
    }

    private async Task<AccessKey> MakeAsync() =>
        (await keys.MakeAsync(new NewAccessKey("2023", "01", AccessRole.Reporter), CancellationToken.None)).Key;
}
