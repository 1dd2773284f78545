using System;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Json;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Testing.Cluster;
using Aggregation.Testing.Processes;
using Aggregation.Tests.Cluster.Fixtures;
using Xunit;
using Xunit.Abstractions;

namespace Aggregation.Tests.Cluster;

/// <summary>
/// Silos are cut off from each other, or from the database, while provinces report: as few as need to give way, and all provinces go on.
/// </summary>
public sealed class PartitionTests(ThreeSilos cluster, Book book, ITestOutputHelper output) : IClassFixture<ThreeSilos>, IClassFixture<Book>
{
    private const int Reports = 200;

    [NetworkFact]
    public Task A_silo_that_alone_has_no_database_gives_way() => CutAsync(
        "one silo cut off from the database",
        network => network.CutFromDatabaseAsync(0),
        ended => Assert.Equal([0], ended),
        1);

    [NetworkFact]
    public Task Of_two_that_do_not_reach_each_other_one_gives_way() => CutAsync(
        "two silos cut apart, the third reaches both",
        network => network.CutAsync(0, 1),
        ended => Assert.NotEqual(2, Assert.Single(ended)),
        1);

    [NetworkFact]
    public Task Of_three_that_do_not_reach_each_other_one_stays() => CutAsync(
        "three silos cut apart",
        network => Task.WhenAll(network.CutAsync(0, 1), network.CutAsync(1, 2), network.CutAsync(0, 2)),
        ended => Assert.Equal(2, ended.Length),
        2);

    [NetworkFact]
    public async Task What_a_silo_answers_that_is_cut_off_is_marked()
    {
        await StartAsync();
        SiloProcess[] asked = [cluster.At(0)!, cluster.At(1)!];
        await cluster.Network!.CutAsync(0, 1);
        // Before one of the two gives way. The one that holds the province answers, and both if the third does.
        await Eventually.TrueAsync(async () => (await Task.WhenAll(asked.Select(IsMarkedAsync))).Contains(true));
    }

    private static async Task<bool> IsMarkedAsync(SiloProcess silo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        try
        {
            using var list = await silo.Http.GetAsync(
                new Uri("units/VN/outstanding?indicator=committee&level=province", UriKind.Relative),
                patience.Token);
            return list.Headers.Age is not null
                && (await silo.Http.GetFromJsonAsync<JsonElement>("units/01", patience.Token)).GetProperty("warming").GetBoolean();
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    private async Task StartAsync()
    {
        cluster.Network ??= await SiloNetwork.MakeAsync();
        await cluster.Network.HealAsync();
        foreach (var silo in cluster.Running.Where(silo => silo.HasExited).ToList())
            await cluster.EndAsync(silo);
        await cluster.StartAsync();
    }

    private async Task CutAsync(string what, Func<SiloNetwork, Task> cut, Action<int[]> check, int count)
    {
        await StartAsync();
        var load = await book.StartAsync(cluster);
        await load.GoOnAsync(Reports);

        await cut(cluster.Network!);
        try
        {
            await Eventually.TrueAsync(() => Task.FromResult(cluster.Running.Count(silo => silo.HasExited) >= count));
            await load.GoOnAsync(Reports);
        }
        finally
        {
            foreach (var silo in cluster.Running)
                output.WriteLine($"{cluster.PlaceOf(silo)}:\n{silo.Output}{silo.Errors}");
        }

        check([.. cluster.Running.Where(silo => silo.HasExited).Select(cluster.PlaceOf)]);

        await cluster.Network!.HealAsync();
        await StartAsync();
        await load.GoOnAsync(Reports);
        await load.StopAsync();
        var http = cluster.Running[0].Http;
        await Accounts.VerifyAsync(http);
        await Accounts.AgreeAsync(http, book.Acknowledged);
        output.WriteLine(
            $"{what}: the longest that a report waited was {load.LongestWait.TotalSeconds:0.0} s; {load.Acknowledged} acknowledged; "
                + $"{string.Join(", ", load.Refusals)}");
    }
}
