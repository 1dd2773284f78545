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
/// All provinces change ten times a second, and the page stays quick to answer: no task of it takes the processor for longer than 50 ms.
/// </summary>
public sealed class ManyChangesTests(DashboardFixture fixture) : DashboardTest(fixture)
{
    private const int Rounds = 30;
    private const int FewestChanges = 5;

    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    [BrowserFact]
    public async Task No_task_of_the_page_takes_longer_than_50_ms_while_63_provinces_change_ten_times_a_second()
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

        var trace = await PageTrace.StartAsync(Page.Context.Browser!);
        var clock = Stopwatch.StartNew();
        for (var round = 1; round <= Rounds; round++)
        {
            await ChangeAsync(silo, provinces, round);
            if (Pace * round - clock.Elapsed is var rest && rest > TimeSpan.Zero)
                await Task.Delay(rest);
        }

        var tasks = await trace.StopAsync();

        Assert.NotEmpty(tasks);
        Assert.InRange(tasks[0], TimeSpan.Zero, TimeSpan.FromMilliseconds(50));
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
