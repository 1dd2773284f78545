using System;
using System.Threading.Tasks;
using Aggregation.Tests.Orleans.Fixtures;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;
using Xunit;

namespace Aggregation.Tests.Orleans.Persistence;

public sealed class PersistenceTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    private readonly IStoredGrain stored = silo.Grains.GetGrain<IStoredGrain>(Gate.NewName());

    [Fact]
    public async Task A_grain_without_a_record_has_a_new_state()
    {
        Assert.Equal((0, "new", false, null), await stored.Read());
        Assert.Equal(0, await stored.NumberAtActivation());
    }

    [Fact]
    public async Task What_was_written_is_there_before_the_next_activation_begins()
    {
        var etag = await stored.Write(7, "seven");
        Assert.NotNull(etag);
        await stored.Deactivate();
        Assert.Equal(7, await stored.NumberAtActivation());
        Assert.Equal((7, "seven", true, etag), await stored.Read());
    }

    [Fact]
    public async Task A_provider_is_found_by_its_name()
    {
        var grain = Recorded("");
        await grain.Write();
        Assert.Contains($"read recorded {grain.GetGrainId()}", RecordingStorage.Asked);
        Assert.Contains($"write recorded {grain.GetGrainId()}", RecordingStorage.Asked);
    }

    [Fact]
    public async Task A_conflict_reaches_the_caller_and_ends_the_activation()
    {
        var grain = Recorded(RecordingStorage.Conflict);
        var first = await grain.Activation();
        var conflict = await Assert.ThrowsAsync<InconsistentStateException>(grain.Write);
        Assert.Equal(("2", "1"), (conflict.StoredEtag, conflict.CurrentEtag));
        Assert.NotEqual(first, await grain.Activation());
    }

    [Fact]
    public async Task A_state_that_cannot_be_read_fails_the_activation()
    {
        var failure = await Assert.ThrowsAsync<OrleansException>(Recorded(RecordingStorage.Unreadable).Activation);
        Assert.Equal(RecordingStorage.Unreadable, Assert.IsType<InvalidOperationException>(failure.InnerException).Message);
    }

    private IRecordedGrain Recorded(string how) => silo.Grains.GetGrain<IRecordedGrain>($"{how} {Gate.NewName()}");
}
