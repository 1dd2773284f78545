using System.Threading.Tasks;
using Aggregation.Tests.Browser.Fixtures;
using Microsoft.Playwright;

namespace Aggregation.Tests.Browser.Print;

/// <summary>Pages that are printed as they are, from a dark screen.</summary>
public sealed class PagePrintTests(DashboardFixture fixture) : DashboardTest(fixture)
{
    protected override BrowserNewContextOptions Options { get; } =
        new() { Locale = "vi-VN", TimezoneId = "Asia/Ho_Chi_Minh", ColorScheme = ColorScheme.Dark };

    [BrowserFact]
    public async Task A_long_table_is_whole_black_on_white_and_says_of_when_it_is()
    {
        await OpenAsync($"/units/27?list=commune&asOf={CommitteeReports.Day}");
        var table = Page.Locator("[aria-labelledby=below-title] .data-table");
        await Assertions.Expect(table.Locator(".table-count")).ToHaveTextAsync("126/126 đơn vị");

        await Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Page.EvaluateAsync("dispatchEvent(new Event('beforeprint'))");

        await Assertions.Expect(table.Locator("tbody tr.row")).ToHaveCountAsync(126);
        foreach (var hidden in (string[])[".shell-header", ".unit-nav", ".date-bar", ".take-away"])
            await Assertions.Expect(Page.Locator(hidden).First).ToBeHiddenAsync();
        await Assertions.Expect(table.Locator("thead").GetByText("Đơn vị").First).ToBeVisibleAsync();
        await Assertions.Expect(Page.Locator(".as-of")).ToContainTextAsync("20/02/2017");
        await Assertions.Expect(table.Locator("tbody th").First).ToHaveCSSAsync("position", "static");
        await Assertions.Expect(table.Locator(".scroll")).ToHaveCSSAsync("overflow", "visible");
        await Assertions.Expect(Page.Locator("h1")).ToHaveCSSAsync("color", "rgb(0, 0, 0)");
        await Assertions.Expect(Page.Locator("body")).ToHaveCSSAsync("background-color", "rgb(255, 255, 255)");
    }
}
