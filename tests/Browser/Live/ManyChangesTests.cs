using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Net.Http.Json;
using System.Threading.Tasks;
using Aggregation.Testing.Processes;
using Aggregation.Tests.Browser.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace Aggregation.Tests.Browser.Live;

/// <summary>
/// All provinces change ten times a second: the page follows, and ends with the newest. How long its tasks take is measured by the bench.
/// </summary>
public sealed class ManyChangesTests(DashboardFixture fixture) : DashboardTest(fixture)
{
    private const int Rounds = 30;
    private const int FewestChanges = 5;

    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    [BrowserFact]
    public async Task The_page_follows_63_provinces_that_change_ten_times_a_second()
    {
        var silo = await StartSiloAsync();
        var provinces = (await silo.Http.GetAllAsync("units?level=province")).Select(unit => unit.GetProperty("code").GetString()!)
            .ToArray();
        Assert.Equal(63, provinces.Length);
        await OpenAsync(silo, "/units/VN");
        await BeLiveAsync();
        await ChangeAsync(silo, provinces, 0);
        await Page.EvaluateAsync("""
            () => {
                window.changes = 0;
                new MutationObserver(() => window.changes++).observe(document.querySelector('.counts .figure'), { characterData: true, childList: true, subtree: true });
            }
            """);

        var clock = Stopwatch.StartNew();
        for (var round = 1; round <= Rounds; round++)
        {
            await ChangeAsync(silo, provinces, round);
            if (Pace * round - clock.Elapsed is var rest && rest > TimeSpan.Zero)
                await Task.Delay(rest);
        }

        // It ends with the newest, after a good many of those in between.
        await Assertions.Expect(Page.Locator(".counts .figure").First)
            .ToHaveTextAsync((provinces.Length * Rounds).ToString("N0", CultureInfo.GetCultureInfo("vi-VN")));
        Assert.InRange(await Page.EvaluateAsync<int>("window.changes"), FewestChanges, int.MaxValue);
    }

    private static async Task ChangeAsync(SiloProcess silo, string[] provinces, int round)
    {
        var reports = provinces.Select(unit => new
        {
            unit,
            idempotencyKey = Guid.NewGuid(),
            effectiveOn = "2017-02-20",
            statuses = new { committee = round % 2 == 0 ? "consolidated" : "consolidating" },
            counts = new Dictionary<string, int>(StringComparer.Ordinal) { ["residential-areas"] = round },
        });
        using var answer = await silo.Http.PostAsJsonAsync(new Uri("reports", UriKind.Relative), new { reports });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
