using System.Threading.Tasks;
using Aggregation.Testing.Processes;
using Aggregation.Tests.Browser.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace Aggregation.Tests.Browser.Live;

public sealed class LiveTests(DashboardFixture fixture) : DashboardTest(fixture)
{
    [BrowserFact]
    public async Task A_report_posted_elsewhere_shows_on_the_open_page_without_a_reload()
    {
        await OpenAsync("/units/02");
        await BeLiveAsync();
        await Assertions.Expect(Headline).ToHaveTextAsync("0/11");
        await Page.EvaluateAsync("window.neverReloaded = true");

        await ReportAsync(Silo, "S02-001");

        await Assertions.Expect(Headline).ToHaveTextAsync("1/11");
        Assert.True(await Page.EvaluateAsync<bool>("window.neverReloaded"));
    }

    [BrowserFact]
    public async Task A_page_whose_silo_is_killed_says_since_when_it_is_stale_and_misses_nothing_afterwards()
    {
        var first = await StartSiloAsync();
        await OpenAsync(first, "/units/02");
        await BeLiveAsync();
        await ReportAsync(first, "S02-001");
        await Assertions.Expect(Headline).ToHaveTextAsync("1/11");
        await Page.EvaluateAsync("window.neverReloaded = true");
        Faults.Expect("net::ERR_");

        await first.KillAsync();

        await Assertions.Expect(Page.Locator(".connection.stale")).ToContainTextAsync("Mất kết nối, số liệu dừng từ ");
        await Assertions.Expect(Headline).ToHaveTextAsync("1/11");

        var second = await StartSiloAsync(("ASPNETCORE_URLS", first.Url.ToString()));
        await ReportAsync(second, "S02-002");

        await BeLiveAsync();
        await Assertions.Expect(Headline).ToHaveTextAsync("2/11");
        Assert.True(await Page.EvaluateAsync<bool>("window.neverReloaded"));
    }

    private ILocator Headline => Page.Locator(".headline .figure").First;

    private static async Task ReportAsync(SiloProcess silo, string unit)
    {
        using var answer = await Posts.StatusAsync(silo.Http, unit, "committee", "consolidated");
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
