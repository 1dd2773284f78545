using System.Threading.Tasks;
using Aggregation.Domain.Units;
using Aggregation.Ledger;
using Aggregation.Ledger.Checkpoints;
using Aggregation.Silo.Checkpoints;
using Aggregation.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans;
using Orleans.Runtime;
using Xunit;

namespace Aggregation.Tests.Silo.Checkpoints;

public sealed class ParentCheckpointsTests
{
    private readonly MemoryCheckpoints store = new();
    private readonly UnitRegistry registry = new("2023");
    private readonly ParentCheckpoints checkpoints;

    public ParentCheckpointsTests()
    {
        registry.Publish(Trees.Small());
        checkpoints = new ParentCheckpoints(store, registry, NullLogger<ParentCheckpoints>.Instance);
    }

    [Theory]
    [InlineData("2023/VN", true)]
    [InlineData("2023/01", true)]
    [InlineData("2023/001", true)]
    [InlineData("2023/00001", false)]
    [InlineData("2023/498", false)]
    [InlineData("2023/99", false)]
    [InlineData("2025/VN", false)]
    public async Task Only_a_unit_with_children_asks_the_store(string unit, bool asks)
    {
        store.Put(unit, [1]);
        var state = await ReadAsync(unit);
        Assert.Equal((asks, asks ? 1 : 0, asks ? 1 : 0), (state.RecordExists, state.State!.Content.Length, store.Reads));
    }

    [Fact]
    public async Task What_cannot_be_read_is_as_good_as_none()
    {
        store.Put("2023/VN", [1]);
        store.OnRead = () => throw new LedgerUnavailableException("The disk is gone.");
        var state = await ReadAsync("2023/VN");
        Assert.Equal((false, null, 0), (state.RecordExists, state.ETag, state.State!.Content.Length));
        store.OnRead = null;
        Assert.Equal([1], (await ReadAsync("2023/VN")).State!.Content);
    }

    [Fact]
    public async Task What_is_written_goes_to_the_store()
    {
        var state = await ReadAsync("2023/VN");
        state.State = new StoredCheckpoint { Content = [1, 2] };
        await checkpoints.WriteStateAsync("checkpoint", Grain("2023/VN"), state);
        Assert.Equal([1, 2], store["2023/VN"]);
    }

    private static GrainId Grain(string unit) => GrainId.Create("unit", unit);

    private async Task<GrainState<StoredCheckpoint>> ReadAsync(string unit)
    {
        var state = new GrainState<StoredCheckpoint>(new StoredCheckpoint { Content = [9, 9, 9] });
        await checkpoints.ReadStateAsync("checkpoint", Grain(unit), state);
        return state;
    }
}
