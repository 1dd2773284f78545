using System.Collections.Generic;
using System.Threading.Tasks;
using Aggregation.Bench.Hosting;
using Aggregation.Bench.Load;
using Aggregation.Bench.Output;
using Aggregation.Tests.Browser.Fixtures;
using Microsoft.Playwright;

namespace Aggregation.Bench.Sections;

/// <summary>How soon a browser that comes for the first time shows the first figure.</summary>
internal sealed class PageSection : ISection
{
    private const int Visits = 20;
    private const int QuickVisits = 3;
    private const int Rows = 20_000;

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
            + "time runs from the navigation until the first headline is painted.";

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
}
