using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http.Json;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Testing.Postgres;
using Aggregation.Testing.Processes;
using Xunit;

namespace Aggregation.Tests.Processes.Ledger;

/// <summary>
/// PostgreSQL stopped and started again under load: callers are told to come back, the silo stays, nothing acknowledged is lost.
/// </summary>
public sealed class PostgresOutageTests
{
    private static readonly string[] Provinces = ["01", "02", "04", "06", "08", "10", "11", "12"];

    [PostgresFact]
    public async Task Reports_are_refused_while_it_is_away_and_taken_as_soon_as_it_is_back()
    {
        await using var server = await PostgresServer.StartNewAsync();
        await using var silo = await SiloProcess.StartAsync(await server.CreateDatabaseAsync(), ("Ledger__Provider", "postgres"));
        using var stop = new CancellationTokenSource();
        var acknowledged = new ConcurrentBag<string>();
        var refused = new ConcurrentBag<string>();
        var senders = Provinces.Select(province => Task.Run(async () =>
        {
            for (var number = 0; !stop.IsCancellationRequested; number++)
                await SendAsync(silo, province, number, acknowledged, refused);
        })).ToArray();

        for (var outage = 0; outage < 2; outage++)
        {
            await MoreAsync(acknowledged, 100);
            await server.StopAsync();
            await MoreAsync(refused, 20);
            await AssertStillInRotationAsync(silo);
            await server.StartAsync();
        }

        await MoreAsync(acknowledged, 100);
        await stop.CancelAsync();
        await Task.WhenAll(senders);

        using var ready = await silo.Http.GetAsync(new Uri(silo.Url, "/health/ready"));
        Assert.Equal("available", (await HttpCalls.ReadAsync(ready, HttpStatusCode.OK)).GetProperty("ledger").GetString());
        Assert.Equal("[]", (await silo.Http.GetJsonAsync("verify")).GetProperty("differences").GetRawText());
        var recorded = new List<string>();
        foreach (var province in Provinces)
            recorded.AddRange((await silo.Http.GetAllAsync(
                $"units/{province}/reports?limit=1000")).Select(row => row.GetProperty("idempotencyKey").GetString()!));
        Assert.Equal(recorded.Count, recorded.Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(acknowledged.Except(recorded, StringComparer.Ordinal));
    }

    // A live silo answers within the time that its own database calls may take; the client would give up after a minute.
    private static async Task SendAsync(
        SiloProcess silo,
        string province,
        int number,
        ConcurrentBag<string> acknowledged,
        ConcurrentBag<string> refused)
    {
        var key = $"{province}-{number}";
        while (true)
        {
            using var answer = await silo.Http.PostAsJsonAsync(
                new Uri("reports", UriKind.Relative),
                new
                {
                    reports = new[] { new { unit = province, idempotencyKey = key, effectiveOn = "2023-07-24",
                    declared = new { models = number } } }
                });
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                acknowledged.Add(key);
                return;
            }

            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.NotNull(answer.Headers.RetryAfter);
            refused.Add(key);
            await Task.Delay(20);
        }
    }

    private static async Task AssertStillInRotationAsync(SiloProcess silo)
    {
        using var live = await silo.Http.GetAsync(new Uri(silo.Url, "/health/live"));
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        using var ready = await silo.Http.GetAsync(new Uri(silo.Url, "/health/ready"));
        var body = await HttpCalls.ReadAsync(ready, HttpStatusCode.OK);
        Assert.Equal("unavailable", body.GetProperty("ledger").GetString());
        Assert.Contains("127.0.0.1", body.GetProperty("detail").GetString(), StringComparison.Ordinal);
        var diagnosis = await silo.Http.GetJsonAsync("diagnosis");
        var unanswered = diagnosis.GetProperty("unanswered").EnumerateArray().Select(probe => probe.GetProperty("probe").GetString());
        Assert.Superset(new HashSet<string?> { "ledger-read", "ledger-commit" }, unanswered.ToHashSet());
        Assert.NotNull(diagnosis.GetProperty("ledger").GetProperty("failure").GetString());
    }

    private static Task MoreAsync(ConcurrentBag<string> bag, int more)
    {
        var wanted = bag.Count + more;
        return Eventually.TrueAsync(() => Task.FromResult(bag.Count >= wanted));
    }
}
