using System.Linq;
using System.Threading.Tasks;
using Aggregation.Domain.Import;
using Aggregation.Testing.Postgres;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;
using Xunit;

namespace Aggregation.Tests.Cluster.Clustering;

/// <summary>What Orleans' persistence expects of the table of grain state, asked through Orleans.</summary>
public sealed class GrainStorageTests
{
    private const string Name = "checkpoint";

    private static readonly GrainId Nation = GrainId.Create("unit", "2023/VN");

    [PostgresFact]
    public async Task What_was_written_is_read_until_it_is_cleared()
    {
        await using var silo = await LoneSilo.StartAsync();
        var state = new GrainState<ImportOutcome>();
        await silo.Storage.ReadStateAsync(Name, Nation, state);
        Assert.False(state.RecordExists);
        for (var rows = 1; rows <= 3; rows++)
        {
            state.State = Outcome(rows);
            await silo.Storage.WriteStateAsync(Name, Nation, state);
            var read = await ReadAsync(silo);
            Assert.Equal((rows, state.ETag, true), (read.State!.Added, read.ETag, read.RecordExists));
        }

        await silo.Storage.ClearStateAsync(Name, Nation, state);
        var cleared = await ReadAsync(silo);
        Assert.Equal((0, false), (cleared.State!.Added, cleared.RecordExists));
        cleared.State = Outcome(9);
        await silo.Storage.WriteStateAsync(Name, Nation, cleared);
        Assert.Equal(9, (await ReadAsync(silo)).State!.Added);
    }

    [PostgresFact]
    public async Task Who_read_before_another_wrote_does_not_write()
    {
        await using var silo = await LoneSilo.StartAsync();
        var (first, second) = (new GrainState<ImportOutcome>(Outcome(1)), new GrainState<ImportOutcome>(Outcome(2)));
        await silo.Storage.WriteStateAsync(Name, Nation, first);
        await Assert.ThrowsAsync<InconsistentStateException>(() => silo.Storage.WriteStateAsync(Name, Nation, second));

        second = await ReadAsync(silo);
        await silo.Storage.WriteStateAsync(Name, Nation, second);
        await Assert.ThrowsAsync<InconsistentStateException>(() => silo.Storage.WriteStateAsync(Name, Nation, first));
        await Assert.ThrowsAsync<InconsistentStateException>(() => silo.Storage.ClearStateAsync(Name, Nation, first));
    }

    [PostgresFact]
    public async Task Of_many_who_write_at_once_one_succeeds()
    {
        await using var silo = await LoneSilo.StartAsync();
        foreach (var _ in Enumerable.Range(0, 2))
        {
            var written = await Task.WhenAll(Enumerable.Range(1, 12).Select(async rows =>
            {
                var state = await ReadAsync(silo);
                state.State = Outcome(rows);
                return state;
            }));
            var results = await Task.WhenAll(written.Select(async state =>
            {
                try
                {
                    await silo.Storage.WriteStateAsync(Name, Nation, state);
                    return 1;
                }
                catch (InconsistentStateException)
                {
                    return 0;
                }
            }));
            Assert.Equal(1, results.Sum());
        }
    }

    [PostgresFact]
    public async Task States_of_other_names_and_grains_are_others()
    {
        await using var silo = await LoneSilo.StartAsync();
        await silo.Storage.WriteStateAsync(Name, Nation, new GrainState<ImportOutcome>(Outcome(1)));
        await silo.Storage.WriteStateAsync("another", Nation, new GrainState<ImportOutcome>(Outcome(2)));
        await silo.Storage.WriteStateAsync(Name, GrainId.Create("unit", "2023/01"), new GrainState<ImportOutcome>(Outcome(3)));
        await silo.Storage.WriteStateAsync(
            Name,
            GrainId.Create(GrainType.Create("unit"), GrainIdKeyExtensions.CreateIntegerKey(7)),
            new GrainState<ImportOutcome>(Outcome(4)));
        Assert.Equal(1, (await ReadAsync(silo)).State!.Added);
    }

    // Any message with a number in it will do for a state.
    private static ImportOutcome Outcome(int added) => new() { Added = added };

    private static async Task<GrainState<ImportOutcome>> ReadAsync(LoneSilo silo)
    {
        var state = new GrainState<ImportOutcome>();
        await silo.Storage.ReadStateAsync(Name, Nation, state);
        return state;
    }
}
