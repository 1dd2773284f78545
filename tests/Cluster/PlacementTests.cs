using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http.Json;
using System.Threading.Tasks;
using Aggregation.Testing.Cluster;
using Aggregation.Testing.Postgres;
using Aggregation.Testing.Processes;
using Xunit;

namespace Aggregation.Tests.Cluster;

/// <summary>Where units are active.</summary>
public sealed class PlacementTests(ThreeSilos cluster) : IClassFixture<ThreeSilos>
{
    private const int Provinces = 24;

    [PostgresFact]
    public async Task A_province_and_all_below_it_are_active_in_one_silo_and_every_silo_has_provinces()
    {
        await cluster.StartAsync();
        var http = cluster.Running[0].Http;
        // The last ones: the first are asked for signs of life, and so active, before every silo has joined.
        var provinces = (await CodesAsync("units?level=province&limit=63")).TakeLast(Provinces);
        var chains = new List<string[]>();
        foreach (var province in provinces)
        {
            var district = (await CodesAsync($"units?parent={province}&limit=1"))[0];
            chains.Add([province, district, (await CodesAsync($"units?parent={district}&limit=1"))[0]]);
        }

        // Sent to one silo, so that it is not the sender's silo that is chosen.
        var batch = new
        {
            reports = chains.Select(chain =>
            new
            {
                unit = chain[2],
                idempotencyKey = "placed",
                effectiveOn = "2017-02-20",
                counts = new Dictionary<string, int>(
                StringComparer.Ordinal)
                { ["agencies"] = 1 }
            })
        };
        using var answer = await http.PostAsJsonAsync(new Uri("reports", UriKind.Relative), batch);
        await HttpCalls.ReadAsync(answer, HttpStatusCode.OK);

        var holders = (await cluster.HoldersOfAsync(chains.SelectMany(chain => chain))).Chunk(3).ToList();
        Assert.All(holders, chain => Assert.Single(chain.Distinct()));
        Assert.Equal(cluster.Running.Count, holders.Select(chain => chain[0]).Distinct().Count());

        async Task<List<string>> CodesAsync(string path) =>
            [.. (await http.GetJsonAsync(path)).GetProperty("items")
                .EnumerateArray()
                .Select(unit => unit.GetProperty("code").GetString()!)];
    }
}
