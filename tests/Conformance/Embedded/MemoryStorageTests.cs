using System.Threading.Tasks;
using Aggregation.Tests.Conformance.Persistence;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;
using Xunit;

namespace Aggregation.Tests.Conformance.Embedded;

public sealed class MemoryStorageTests
{
    private static readonly GrainId s_grain = GrainId.Create("stock", "1");

    private readonly MemoryGrainStorage _storage = new();

    [Fact]
    public async Task A_state_comes_back_as_a_copy()
    {
        var written = new GrainState<Stock>(new Stock { Number = 1 });
        await _storage.WriteStateAsync("s", s_grain, written);
        written.State!.Number = 2;
        var read = new GrainState<Stock>();
        await _storage.ReadStateAsync("s", s_grain, read);
        Assert.Equal((1, written.ETag, true), (read.State!.Number, read.ETag, read.RecordExists));
    }

    [Fact]
    public async Task A_stale_write_is_refused()
    {
        var (one, other) = (new GrainState<Stock>(new Stock()), new GrainState<Stock>(new Stock()));
        await _storage.WriteStateAsync("s", s_grain, one);
        var conflict = await Assert.ThrowsAsync<InconsistentStateException>(() => _storage.WriteStateAsync("s", s_grain, other));
        Assert.Equal((one.ETag, null), (conflict.StoredEtag, conflict.CurrentEtag));
        await Assert.ThrowsAsync<InconsistentStateException>(() => _storage.ClearStateAsync("s", s_grain, other));
        await _storage.WriteStateAsync("s", s_grain, one);
    }

    [Fact]
    public async Task States_differ_by_name_and_by_grain()
    {
        var state = new GrainState<Stock>(new Stock { Number = 1 });
        await _storage.WriteStateAsync("s", s_grain, state);
        var other = new GrainState<Stock>();
        await _storage.ReadStateAsync("t", s_grain, other);
        Assert.False(other.RecordExists);
        await _storage.ReadStateAsync("s", GrainId.Create("stock", "2"), other);
        Assert.False(other.RecordExists);
    }
}
