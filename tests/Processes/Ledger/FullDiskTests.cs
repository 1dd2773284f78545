using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using System.Net.Http.Json;
using System.Threading.Tasks;
using Aggregation.Testing.Processes;
using Aggregation.Tests.Processes.Fixtures;
using Xunit;

namespace Aggregation.Tests.Processes.Ledger;

/// <summary>A ledger that cannot be written refuses with a sentence, loses nothing that was acknowledged, and recovers by itself.</summary>
public sealed class FullDiskTests
{
    [SmallDiskFact]
    public async Task A_full_disk_answers_503_and_everything_acknowledged_stands_once()
    {
        await using var disk = await SmallDisk.MountAsync(megabytes: 24);
        var ledger = disk.File("ledger.db");
        var acknowledged = new List<string>();
        string refused;

        await using (var silo = await SiloProcess.StartAsync(ledger))
        {
            await RecordAsync(silo, "before", acknowledged);
            await disk.FillAsync();
            refused = await FillUpAsync(silo, acknowledged);

            var health = await silo.Http.GetAsync(new Uri(silo.Url, "/health/ready"));
            var body = await HttpCalls.ReadAsync(health, HttpStatusCode.OK);
            Assert.Equal("unavailable", body.GetProperty("ledger").GetString());
            Assert.Contains(ledger, body.GetProperty("detail").GetString(), StringComparison.Ordinal);

            disk.Empty();
            await RecordAsync(silo, refused, acknowledged);
            await RecordAsync(silo, "after", acknowledged);
            Assert.Equal("[]", (await silo.Http.GetJsonAsync("verify")).GetProperty("differences").GetRawText());
            await silo.KillAsync();
        }

        await using (var silo = await SiloProcess.StartAsync(ledger))
        {
            var rows = await silo.Http.GetAllAsync("units/01/reports?limit=1000");
            Assert.Equal(acknowledged, rows.ConvertAll(row => row.GetProperty("idempotencyKey").GetString()!).AsReversed());
        }
    }

    private static async Task<string> FillUpAsync(SiloProcess silo, List<string> acknowledged)
    {
        // What the database has reserved already takes a few more reports.
        for (var number = 0; number < 5000; number++)
        {
            var key = $"full-{number}";
            using var answer = await PostAsync(silo, key);
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                acknowledged.Add(key);
                continue;
            }

            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.NotNull(answer.Headers.RetryAfter);
            var problem = await answer.Content.ReadAsStringAsync();
            Assert.DoesNotContain("   at ", problem, StringComparison.Ordinal);
            return key;
        }

        throw new InvalidOperationException("The disk never filled.");
    }

    private static async Task RecordAsync(SiloProcess silo, string key, List<string> acknowledged)
    {
        using var answer = await PostAsync(silo, key);
        await HttpCalls.ReadAsync(answer, HttpStatusCode.OK);
        acknowledged.Add(key);
    }

    private static Task<HttpResponseMessage> PostAsync(SiloProcess silo, string key) => silo.Http.PostAsJsonAsync(
        new Uri("reports", UriKind.Relative),
        new
        {
            reports = new[] { new { unit = "01", idempotencyKey = key, effectiveOn = "2023-07-24", note = new string(
            'x',
            500), declared = new { models = 490 } } }
        });
}
