using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Json;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Testing.Processes;
using Xunit;

namespace Aggregation.Tests.Deploy.Fixtures;

/// <summary>Provinces that report one after the other, each as fast as it is answered, until the silo is gone.</summary>
internal sealed class SteadyLoad
{
    private static readonly string[] Provinces = ["01", "02", "04", "06"];

    private readonly ConcurrentDictionary<string, int> acknowledged = new(StringComparer.Ordinal);
    private readonly Task[] senders;

    private SteadyLoad(HttpClient http, CancellationToken stop) =>
        senders = [.. Provinces.Select(province => SendAsync(http, province, stop))];

    /// <summary>Starts it.</summary>
    public static SteadyLoad Start(HttpClient http, CancellationToken stop = default) => new(http, stop);

    /// <summary>The last report of each province that was acknowledged by now: 1, 2, 3 …</summary>
    public IReadOnlyDictionary<string, int> Acknowledged => new Dictionary<string, int>(acknowledged, StringComparer.Ordinal);

    /// <summary>Waits until every province has been acknowledged so many reports more.</summary>
    public async Task MoreAsync(int reports)
    {
        var wanted = Provinces.ToDictionary(
            province => province,
            province => acknowledged.GetValueOrDefault(province) + reports,
            StringComparer.Ordinal);
        await Eventually.TrueAsync(() => Task.FromResult(wanted.All(one => acknowledged.GetValueOrDefault(one.Key) >= one.Value)));
    }

    /// <summary>Waits until nobody sends any more.</summary>
    public Task EndAsync() => Task.WhenAll(senders);

    /// <summary>Asserts that a silo has every report of some, once, in order, and totals that are the sum of what it has.</summary>
    public static async Task AssertHasAsync(SiloProcess silo, IReadOnlyDictionary<string, int> expected)
    {
        var total = 0;
        foreach (var province in Provinces)
        {
            var rows = await silo.Http.GetAllAsync($"units/{province}/reports?limit=1000");
            var keys = rows.ConvertAll(row => row.GetProperty("idempotencyKey").GetString());
            Assert.Equal(Enumerable.Range(1, rows.Count).Reverse().Select(number => $"{province}-{number}"), keys);
            Assert.InRange(rows.Count, expected[province], int.MaxValue);
            total += rows.Count;
        }

        Assert.Equal(total, (await silo.Http.GetJsonAsync("units/VN")).GetProperty("counts")
            .GetProperty("agencies")
            .GetProperty("total")
            .GetInt32());
    }

    /// <summary>Asserts that the live totals are a fresh fold's and, where rows are sealed, that nothing is missing between them.</summary>
    public static async Task AssertProvedAsync(SiloProcess silo)
    {
        var verification = await silo.Http.GetJsonAsync("verify?deep=true");
        Assert.Equal("[]", verification.GetProperty("differences").GetRawText());
        Assert.Equal(0, verification.GetProperty("deep").GetProperty("faultsFound").GetInt32());
    }

    // Each report says how many there have been, so that the last one tells them all.
    private async Task SendAsync(HttpClient http, string province, CancellationToken stop)
    {
        for (var number = 1; !stop.IsCancellationRequested; number++)
        {
            try
            {
                while (await AnswerAsync(http, province, number) == HttpStatusCode.ServiceUnavailable)
                    await Task.Delay(20, CancellationToken.None);
                acknowledged[province] = number;
            }
            catch (HttpRequestException)
            {
                return;
            }
        }
    }

    private static async Task<HttpStatusCode> AnswerAsync(HttpClient http, string province, int number)
    {
        using var answer = await http.PostAsJsonAsync(
            new Uri("reports", UriKind.Relative),
            new
            {
                reports = new[] { new { unit = province, idempotencyKey = $"{province}-{number}", effectiveOn = "2023-07-24",
                counts = new { agencies = number } } }
            });
        return answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable
            ? answer.StatusCode
            : throw new InvalidOperationException(
                $"Report {number} of {province} was answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }
}
