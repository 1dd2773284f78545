using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Json;
using System.Threading.Tasks;
using Aggregation.Testing.Cluster;
using Aggregation.Testing.Postgres;
using Aggregation.Testing.Processes;
using Xunit;
using Xunit.Abstractions;

namespace Aggregation.Tests.Cluster;

/// <summary>A silo stands still until the others take it for dead; when it goes on, its units have two activations.</summary>
public sealed class TwoActivationsTests(ThreeSilos cluster, ITestOutputHelper output) : IClassFixture<ThreeSilos>
{
    [PostgresFact]
    public async Task The_fence_lets_one_win_the_other_steps_aside_and_every_report_stands_once()
    {
        await cluster.StartAsync();
        var unit = (await cluster.Running[0].Http.GetJsonAsync("units?level=commune&limit=1")).GetProperty("items")[0].GetProperty("code")
            .GetString()!;
        Assert.Equal(1, await AcceptedAsync(cluster.Running[0], unit, "first"));
        var still = await cluster.HolderOfAsync(unit);
        var other = cluster.Running.First(silo => silo != still);

        // What is sent to a silo that stands still waits before its door, and is the first that it does when it goes on.
        await still.FreezeAsync();
        Task<string>[] waiting = [OutcomeAsync(still, unit, "sent to both"), OutcomeAsync(still, unit, "sent to the one that stood still")];
        Assert.Equal(2, await AcceptedAsync(other, unit, "sent to both"));
        Assert.Equal(3, await AcceptedAsync(other, unit, "sent to the other"));
        await still.ThawAsync();

        var outcomes = await Task.WhenAll(waiting);
        await cluster.EndAsync(still);
        output.WriteLine(string.Join("; ", outcomes));
        var rows = (await other.Http.GetAllAsync($"units/{unit}/reports")).ToDictionary(
            row => row.GetProperty("idempotencyKey").GetString()!,
            row => row.GetProperty("sequence").GetInt32());
        Assert.Equal((1, 2, 3), (rows["first"], rows["sent to both"], rows["sent to the other"]));
        Assert.All(outcomes.Where(outcome => outcome.StartsWith("200", StringComparison.Ordinal)), outcome => Assert.Contains(
            outcome,
            rows.Select(row => $"200 {row.Key} {row.Value}")));
        Assert.Equal(Enumerable.Range(1, rows.Count), rows.Values.Order());

        await cluster.StartAsync();
        await Accounts.VerifyAsync(other.Http);
        Assert.InRange(await AcceptedAsync(other, unit, "sent to the one that stood still"), 4, 4);
    }

    // Both activations would record it under the next number: only where it stands tells them apart.
    private static async Task<int> AcceptedAsync(SiloProcess silo, string unit, string key)
    {
        using var answer = await silo.Http.PostAsJsonAsync(new Uri("reports", UriKind.Relative), Batch(unit, key));
        return SequenceOf(await HttpCalls.ReadAsync(answer, HttpStatusCode.OK));
    }

    private static async Task<string> OutcomeAsync(SiloProcess silo, string unit, string key)
    {
        try
        {
            using var answer = await silo.Http.PostAsJsonAsync(new Uri("reports", UriKind.Relative), Batch(unit, key));
            return answer.StatusCode == HttpStatusCode.OK
                ? $"200 {key} {SequenceOf(await HttpCalls.ReadAsync(answer, HttpStatusCode.OK))}"
                : $"{(int)answer.StatusCode} {key}";
        }
        catch (HttpRequestException)
        {
            return $"connection lost {key}";
        }
    }

    private static object Batch(string unit, string key) =>
        new
        {
            reports = new[] { new { unit, idempotencyKey = key, effectiveOn = "2017-02-20", counts = new Dictionary<string, int>(
            StringComparer.Ordinal) { ["agencies"] = key.Length } } }
        };

    private static int SequenceOf(System.Text.Json.JsonElement answer) =>
        answer.GetProperty("results")[0].GetProperty("sequence").GetInt32();
}
