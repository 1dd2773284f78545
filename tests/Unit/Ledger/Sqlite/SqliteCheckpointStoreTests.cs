using System;
using System.Linq;
using System.Security.Cryptography;
using System.Threading.Tasks;
using Aggregation.Domain.Tallies;
using Aggregation.Ledger.Checkpoints;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;
using Xunit;

namespace Aggregation.Tests.Ledger.Sqlite;

/// <summary>How checkpoints are kept in a file.</summary>
public sealed class SqliteCheckpointStoreTests
{
    private const string Name = "checkpoint";

    private static readonly GrainId Nation = GrainId.Create("unit", "2023/VN");
    private static readonly GrainId Province = GrainId.Create("unit", "2023/01");

    [Fact]
    public async Task What_was_written_is_read_until_it_is_cleared()
    {
        using var open = SqliteOpenLedger.InFolderOfItsOwn();
        var state = await ReadAsync(open.Checkpoints, Nation);
        Assert.Equal((false, null, 0), (state.RecordExists, state.ETag, state.State!.Content.Length));
        foreach (var length in new[] { 1, 3_000_000, 7 })
        {
            state.State = new StoredCheckpoint { Content = RandomNumberGenerator.GetBytes(length) };
            await open.Checkpoints.WriteStateAsync(Name, Nation, state);
            var read = await ReadAsync(open.Checkpoints, Nation);
            Assert.Equal((true, state.ETag), (read.RecordExists, read.ETag));
            Assert.True(state.State.Content.AsSpan().SequenceEqual(read.State!.Content));
        }

        await open.Checkpoints.ClearStateAsync(Name, Nation, state);
        Assert.Equal((false, null, 0), (state.RecordExists, state.ETag, state.State.Content.Length));
        Assert.False((await ReadAsync(open.Checkpoints, Nation)).RecordExists);
    }

    [Fact]
    public async Task It_is_there_after_a_restart()
    {
        var open = SqliteOpenLedger.InFolderOfItsOwn();
        await open.Checkpoints.WriteStateAsync(Name, Nation, Of(1, 2, 3));
        using var again = (SqliteOpenLedger)open.Reopen();
        Assert.Equal([1, 2, 3], (await ReadAsync(again.Checkpoints, Nation)).State!.Content);
    }

    [Fact]
    public async Task Who_read_before_another_wrote_does_not_write()
    {
        using var open = SqliteOpenLedger.InFolderOfItsOwn();
        var (first, second) = (Of(1), Of(2));
        await open.Checkpoints.WriteStateAsync(Name, Nation, first);
        await Assert.ThrowsAsync<InconsistentStateException>(() => open.Checkpoints.WriteStateAsync(Name, Nation, second));
        await open.Checkpoints.ReadStateAsync(Name, Nation, second);
        await open.Checkpoints.WriteStateAsync(Name, Nation, second);
        await Assert.ThrowsAsync<InconsistentStateException>(() => open.Checkpoints.WriteStateAsync(Name, Nation, first));
        await Assert.ThrowsAsync<InconsistentStateException>(() => open.Checkpoints.ClearStateAsync(Name, Nation, first));
        Assert.Equal([1], (await ReadAsync(open.Checkpoints, Nation)).State!.Content);
    }

    [Fact]
    public async Task A_version_never_comes_twice()
    {
        using var open = SqliteOpenLedger.InFolderOfItsOwn();
        var old = Of(1);
        await open.Checkpoints.WriteStateAsync(Name, Nation, old);
        var other = await ReadAsync(open.Checkpoints, Nation);
        await open.Checkpoints.ClearStateAsync(Name, Nation, other);
        await Assert.ThrowsAsync<InconsistentStateException>(() => open.Checkpoints.WriteStateAsync(Name, Nation, old));
        other.State = new StoredCheckpoint { Content = [2] };
        await open.Checkpoints.WriteStateAsync(Name, Nation, other);
        await Assert.ThrowsAsync<InconsistentStateException>(() => open.Checkpoints.WriteStateAsync(Name, Nation, old));
    }

    [Fact]
    public async Task Of_many_who_write_at_once_one_succeeds()
    {
        using var open = SqliteOpenLedger.InFolderOfItsOwn();
        foreach (var _ in Enumerable.Range(0, 2))
        {
            var states = await Task.WhenAll(Enumerable.Range(1, 12).Select(_ => ReadAsync(open.Checkpoints, Nation)));
            var written = await Task.WhenAll(states.Select(async state =>
            {
                state.State = new StoredCheckpoint { Content = [7] };
                return await Record.ExceptionAsync(() => open.Checkpoints.WriteStateAsync(Name, Nation, state));
            }));
            Assert.Single(written, failure => failure is null);
            Assert.Equal(11, written.OfType<InconsistentStateException>().Count());
        }
    }

    [Fact]
    public async Task Another_grain_and_another_state_are_others()
    {
        using var open = SqliteOpenLedger.InFolderOfItsOwn();
        await open.Checkpoints.WriteStateAsync(Name, Nation, Of(1));
        await open.Checkpoints.WriteStateAsync(Name, Province, Of(2));
        await open.Checkpoints.WriteStateAsync("another", Nation, Of(3));
        Assert.Equal([1], (await ReadAsync(open.Checkpoints, Nation)).State!.Content);
        Assert.Equal([2], (await ReadAsync(open.Checkpoints, Province)).State!.Content);
    }

    [Fact]
    public async Task Another_type_of_state_is_refused()
    {
        using var open = SqliteOpenLedger.InFolderOfItsOwn();
        await Assert.ThrowsAsync<NotSupportedException>(() => open.Checkpoints.WriteStateAsync(
            Name,
            Nation,
            new GrainState<TallyVersion>(new TallyVersion(1, 1))));
    }

    private static GrainState<StoredCheckpoint> Of(params byte[] content) => new(new StoredCheckpoint { Content = content });

    private static async Task<GrainState<StoredCheckpoint>> ReadAsync(IGrainStorage storage, GrainId grain)
    {
        var state = new GrainState<StoredCheckpoint>();
        await storage.ReadStateAsync(Name, grain, state);
        return state;
    }
}
