using System;
using System.Threading.Tasks;
using Aggregation.Tests.Orleans.Engines;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;
using Xunit;

namespace Aggregation.Tests.Orleans.Persistence;

public sealed class PersistenceTests(EngineFixture engine) : IClassFixture<EngineFixture>
{
    private readonly IStoredGrain _grain = engine.Grains.GetGrain<IStoredGrain>(Gate.NewName());

    [Fact]
    public async Task A_grain_without_a_record_has_a_new_state()
    {
        Assert.Equal((0, "new", false, null), await _grain.Read());
        Assert.Equal(0, await _grain.NumberAtActivation());
    }

    [Fact]
    public async Task What_was_written_is_there_before_the_next_activation_begins()
    {
        var etag = await _grain.Write(7, "seven");
        Assert.NotNull(etag);
        await _grain.End();
        Assert.Equal(7, await _grain.NumberAtActivation());
        Assert.Equal((7, "seven", true, etag), await _grain.Read());
    }

    [Fact]
    public async Task What_was_not_written_is_lost()
    {
        await _grain.Write(1, "one");
        await _grain.Set(2);
        await _grain.Reread();
        Assert.Equal(1, (await _grain.Read()).Number);
        await _grain.Set(3);
        await _grain.End();
        Assert.Equal(1, (await _grain.Read()).Number);
    }

    [Fact]
    public async Task Each_write_has_its_etag()
    {
        var first = await _grain.Write(1, "one");
        Assert.NotEqual(first, await _grain.Write(1, "one"));
    }

    [Fact]
    public async Task A_cleared_state_is_new_again()
    {
        await _grain.Write(1, "one");
        await _grain.Clear();
        Assert.Equal((0, "new", false, null), await _grain.Read());
        await _grain.End();
        Assert.Equal((0, "new", false, null), await _grain.Read());
        Assert.NotNull(await _grain.Write(2, "two"));
    }

    [Fact]
    public async Task Writes_at_once_come_one_after_another()
    {
        await _grain.WriteManyTimes(20).Soon();
        await _grain.End();
        Assert.Equal(20, (await _grain.Read()).Number);
    }

    [Fact]
    public async Task A_provider_is_found_by_its_name()
    {
        var grain = engine.Grains.GetGrain<IRecordedGrain>(Gate.NewName());
        await grain.Write();
        Assert.Contains($"read recorded {grain.GetGrainId()}", RecordingStorage.Asked);
        Assert.Contains($"write recorded {grain.GetGrainId()}", RecordingStorage.Asked);
    }

    [Fact]
    public async Task A_conflict_reaches_the_caller_and_ends_the_activation()
    {
        var grain = engine.Grains.GetGrain<IRecordedGrain>($"conflict {Gate.NewName()}");
        var first = await grain.Name();
        var conflict = await Assert.ThrowsAsync<InconsistentStateException>(() => grain.Write());
        Assert.Equal(("2", "1"), (conflict.StoredEtag, conflict.CurrentEtag));
        Assert.NotEqual(first, await grain.Name());
    }

    [Fact]
    public async Task A_state_that_cannot_be_read_fails_the_activation()
    {
        var grain = engine.Grains.GetGrain<IRecordedGrain>($"unreadable {Gate.NewName()}");
        var failure = await Assert.ThrowsAsync<OrleansException>(() => grain.Name());
        Assert.Equal("unreadable", Assert.IsType<InvalidOperationException>(failure.InnerException).Message);
    }
}
