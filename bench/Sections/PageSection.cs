using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Json;
using System.Threading.Tasks;
using Aggregation.Bench.Hosting;
using Aggregation.Bench.Load;
using Aggregation.Bench.Output;
using Aggregation.Tests.Browser.Fixtures;
using Microsoft.Playwright;

namespace Aggregation.Bench.Sections;

/// <summary>How soon a browser that comes for the first time shows the first figure, and whether the page stays quick to answer.</summary>
internal sealed class PageSection : ISection
{
    private const int Visits = 20;
    private const int QuickVisits = 3;
    private const int Rows = 20_000;
    private const int Rounds = 30;
    private const int QuickRounds = 10;

    private static readonly string[] Provinces =
        [.. BenchUnits.Simulated().Units.Where(unit => unit.Level == 1).Select(unit => unit.Code)];

    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    // The frame after the one in which the headline came is the first that surely shows it.
    private const string Watch = """
        window.paintedAt = new Promise((resolve) => {
            new MutationObserver((_, observer) => {
                if (document.querySelector('.headline .figure') === null) return;
                observer.disconnect();
                requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
            }).observe(document, { childList: true, subtree: true });
        });
        """;

    /// <inheritdoc/>
    public string Name => "page";

    /// <inheritdoc/>
    public string Title => "11. The page, with a cold cache";

    /// <inheritdoc/>
    public string Method =>
        "Chromium without a window opens / of a silo process over 20,000 rows on loopback, each time with nothing kept from before. The "
            + "time runs from the navigation until the first headline is painted. Then all provinces change ten times a second, and "
            + "Chromium's own record says what processor time each task of the page took.";

    /// <inheritdoc/>
    public async Task RunAsync(BenchContext context)
    {
        var ledger = context.NewLedger();
        await LedgerMaker.MakeAsync(ledger, Rows);
        await using (var silo = await SiloProcess.StartAsync(ledger))
        {
            using var playwright = await Playwright.CreateAsync();
            await using var browser = await Chromium.LaunchAsync(playwright);
            var url = $"http://{silo.Address}/";
            await VisitAsync(browser, url);
            var times = new List<double>();
            for (var visit = 0; visit < (context.Quick ? QuickVisits : Visits); visit++)
                times.Add(await VisitAsync(browser, url));
            var painted = Latencies.Of(times);
            context.Add(new Figure(
                "page",
                "first headline painted, p50",
                painted.At(0.5),
                "ms")
            { Bar = Bar.Under(painted.At(0.5), 1_000, " ms"), Note = painted.ToString() });
            var longest = await LongestTaskAsync(browser, url, silo.Http, context.Quick ? QuickRounds : Rounds);
            context.Add(new Figure(
                "page",
                "longest task while all provinces change ten times a second",
                longest.TotalMilliseconds,
                "ms")
            { Bar = Bar.Under(longest.TotalMilliseconds, 50, " ms") });
        }

        BenchContext.Remove(ledger);
    }

    private static async Task<double> VisitAsync(IBrowser browser, string url)
    {
        await using var visitor = await browser.NewContextAsync();
        var page = await visitor.NewPageAsync();
        await page.AddInitScriptAsync(Watch);
        await page.GotoAsync(url, new() { WaitUntil = WaitUntilState.Commit });
        return await page.EvaluateAsync<double>("window.paintedAt");
    }

    private static async Task<TimeSpan> LongestTaskAsync(IBrowser browser, string url, HttpClient http, int rounds)
    {
        await VisitAsync(browser, url);
        await using var visitor = await browser.NewContextAsync();
        var page = await visitor.NewPageAsync();
        await page.GotoAsync(url);
        await page.Locator(".headline .figure").First.WaitForAsync();
        await ChangeAsync(http, 0);
        var trace = await PageTrace.StartAsync(browser);
        var clock = Stopwatch.StartNew();
        for (var round = 1; round <= rounds; round++)
        {
            await ChangeAsync(http, round);
            if (Pace * round - clock.Elapsed is var rest && rest > TimeSpan.Zero)
                await Task.Delay(rest);
        }

        return (await trace.StopAsync()).Max();
    }

    private static async Task ChangeAsync(HttpClient http, int round)
    {
        var reports = Provinces.Select(unit => new
        {
            unit,
            idempotencyKey = Guid.NewGuid(),
            effectiveOn = "2017-02-20",
            statuses = new { committee = round % 2 == 0 ? "consolidated" : "consolidating" },
            counts = new Dictionary<string, int>(StringComparer.Ordinal) { ["residential-areas"] = round },
        });
        using var answer = await http.PostAsJsonAsync(new Uri("api/v1/reports", UriKind.Relative), new { reports });
        answer.EnsureSuccessStatusCode();
    }
}
