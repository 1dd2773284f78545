using System;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Testing.Cluster;
using Aggregation.Testing.Postgres;
using Xunit;

namespace Aggregation.Tests.Cluster;

/// <summary>Everything loses its power at once, the database's server too.</summary>
public sealed class PowerCutTests(ThreeSilos cluster, Book book) : IClassFixture<ThreeSilos>, IClassFixture<Book>
{
    private const int Reports = 100;

    [PostgresFact]
    public Task What_was_acknowledged_is_there_when_the_power_is_back() => CutAsync(() => { });

    [PostgresFact]
    public Task It_is_there_too_when_the_silos_come_back_at_other_addresses() => CutAsync(cluster.Move);

    private async Task CutAsync(Action meanwhile)
    {
        await cluster.StartAsync();
        var load = await book.StartAsync(cluster);
        await load.GoOnAsync(Reports);
        await load.StopAsync();

        await Task.WhenAll(cluster.Running.Select(cluster.KillAsync));
        await cluster.Database.KillAsync();
        meanwhile();
        await cluster.Database.StartAsync();
        await cluster.StartAsync();

        var http = cluster.Running[0].Http;
        await Accounts.AgreeAsync(http, book.Acknowledged);
        load = await book.StartAsync(cluster);
        await load.GoOnAsync(Reports);
        await load.StopAsync();
        await Accounts.VerifyAsync(http);
        await Accounts.AgreeAsync(http, book.Acknowledged);
    }
}
