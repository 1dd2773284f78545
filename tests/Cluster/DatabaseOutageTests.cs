using System.Threading.Tasks;
using Aggregation.Testing.Cluster;
using Aggregation.Testing.Postgres;
using Xunit;
using Xunit.Abstractions;

namespace Aggregation.Tests.Cluster;

/// <summary>The database goes away and comes back while provinces report.</summary>
public sealed class DatabaseOutageTests(ThreeSilos cluster, Book book, ITestOutputHelper output)
    : IClassFixture<ThreeSilos>, IClassFixture<Book>
{
    private const int Reports = 200;

    [PostgresFact]
    public async Task Silos_outlive_the_database_and_say_503_meanwhile()
    {
        await cluster.StartAsync();
        var load = await book.StartAsync(cluster);
        await load.GoOnAsync(Reports);

        await cluster.Database.StopAsync();
        var before = load.Acknowledged;
        await load.BeRefusedAsync(200);
        Assert.InRange(load.Acknowledged, before, before + 100);
        await cluster.Database.StartAsync();

        await load.GoOnAsync(Reports);
        await load.StopAsync();
        Assert.Equal([Load.UnavailableText], load.Refusals.Keys);
        Assert.All(cluster.Running, silo => Assert.False(silo.HasExited));
        var http = cluster.Running[0].Http;
        await Accounts.VerifyAsync(http);
        await Accounts.AgreeAsync(http, book.Acknowledged);
        output.WriteLine(
            $"PostgreSQL stopped: the longest that a report waited was {load.LongestWait.TotalSeconds:0.0} s; "
                + $"{string.Join(", ", load.Refusals)}");
    }

    [PostgresFact]
    public async Task A_silo_that_is_told_to_stop_meanwhile_ends_and_the_others_do_without_it()
    {
        await cluster.StartAsync();
        await cluster.Database.StopAsync();
        await cluster.StopAsync(cluster.Running[0]);
        await cluster.Database.StartAsync();

        var load = await book.StartAsync(cluster);
        await load.GoOnAsync(Reports);
        await load.StopAsync();
        var http = cluster.Running[0].Http;
        await Accounts.VerifyAsync(http);
        await Accounts.AgreeAsync(http, book.Acknowledged);
    }
}
