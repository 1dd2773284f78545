using System.Linq;
using System.Threading.Tasks;
using Aggregation.Testing.Cluster;
using Aggregation.Testing.Postgres;
using Aggregation.Testing.Processes;
using Aggregation.Tests.Cluster.Fixtures;
using Xunit;
using Xunit.Abstractions;

namespace Aggregation.Tests.Cluster;

/// <summary>
/// Silos die or are replaced while provinces report: nothing acknowledged is lost, nothing counts twice, and viewers see it all.
/// </summary>
public sealed class SiloDeathTests(ThreeSilos cluster, Book book, ITestOutputHelper output) : IClassFixture<ThreeSilos>, IClassFixture<Book>
{
    private const int Reports = 300;

    [PostgresFact]
    public Task Killing_any_silo_costs_nothing() => DisturbAsync("kill -9 of one silo", async watched =>
        await cluster.KillAsync(cluster.Running.First(silo => silo != watched)));

    [PostgresFact]
    public Task Killing_the_silo_that_holds_the_nation_costs_nothing() => DisturbAsync("kill -9 of the nation's silo", async _ =>
        await cluster.KillAsync(await cluster.HolderOfAsync("VN")));

    [PostgresFact]
    public Task Killing_two_silos_in_a_row_costs_nothing() => DisturbAsync("kill -9 of two silos in a row", async watched =>
    {
        foreach (var silo in cluster.Running.Where(silo => silo != watched).ToList())
            await cluster.KillAsync(silo);
    });

    [PostgresFact]
    public Task A_rolling_restart_costs_nothing() => DisturbAsync("rolling restart of three silos", async watched =>
    {
        foreach (var silo in cluster.Running.OrderBy(silo => silo == watched).ToList())
            Assert.Equal(0, await cluster.RestartAsync(silo));
    });

    [PostgresFact]
    public async Task The_diagnosis_names_the_silos_that_live_and_the_one_that_died()
    {
        await cluster.StartAsync();
        await Eventually.TrueAsync(async () => (await StatesAsync()).Count(state => state == "active") == 3);
        var dead = (await StatesAsync()).Count(state => state == "dead");

        await cluster.KillAsync(cluster.Running[2]);

        await Eventually.TrueAsync(async () => (await StatesAsync()).Count(state => state == "dead") == dead + 1);
        Assert.Equal(2, (await StatesAsync()).Count(state => state == "active"));

        async Task<string?[]> StatesAsync() =>
            [.. (await cluster.Running[0].Http.GetJsonAsync("diagnosis")).GetProperty("silos")
                .EnumerateArray()
                .Select(silo => silo.GetProperty("status").GetString())];
    }

    [PostgresFact]
    public async Task A_page_whose_silo_is_restarted_connects_again_and_misses_nothing()
    {
        await cluster.StartAsync();
        var load = await book.StartAsync(cluster);
        await using var page = new Page(cluster.Running[1]);
        await page.ShowsAsync();

        await cluster.RestartAsync(cluster.Running[1]);
        await load.GoOnAsync(Reports);
        await load.StopAsync();
        await Eventually.TrueAsync(async () => (await cluster.Running[0].Http.GetJsonAsync("units/VN")).GetProperty("version")
            .GetString() == page.Version);
        Assert.NotEqual(0, page.Interruptions);
    }

    private async Task DisturbAsync(string what, System.Func<SiloProcess, Task> disturb)
    {
        await cluster.StartAsync();
        var nation = await cluster.HolderOfAsync("VN");
        var watched = cluster.Running.First(silo => silo != nation);
        var load = await book.StartAsync(cluster);
        await using var viewer = await Viewer.OpenAsync(watched);

        await load.GoOnAsync(Reports);
        await disturb(watched);
        await load.GoOnAsync(Reports);
        await load.StopAsync();

        var http = cluster.Running[0].Http;
        await Accounts.VerifyAsync(http);
        await Accounts.AgreeAsync(http, book.Acknowledged);
        if (cluster.Running.Contains(watched))
            await Accounts.SeesNewestAsync(viewer, http);
        output.WriteLine(
            $"{what}: the longest that a report waited was {load.LongestWait.TotalSeconds:0.0} s; {load.Acknowledged} acknowledged; "
                + $"{string.Join(", ", load.Refusals)}");
    }
}
