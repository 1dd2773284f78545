using System.Threading.Tasks;
using Aggregation.Tests.Browser.Accessibility;
using Aggregation.Tests.Browser.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace Aggregation.Tests.Browser.Wall;

public sealed class WallTests(DashboardFixture fixture) : DashboardTest(fixture)
{
    [BrowserFact]
    public async Task It_goes_through_levels_and_regions_by_itself_until_it_is_left()
    {
        await Page.Clock.InstallAsync();
        await OpenAsync("/wall?seconds=60");
        await Assertions.Expect(Title).ToHaveTextAsync("Việt Nam – Cấp tỉnh");
        foreach (var title in (string[])["Việt Nam – Cấp huyện", "Việt Nam – Cấp xã", "Việt Nam – Đồng bằng sông Hồng"])
        {
            await Page.Clock.FastForwardAsync(60_000);
            await Assertions.Expect(Title).ToHaveTextAsync(title);
        }

        await Page.Keyboard.PressAsync("Escape");
        await Page.WaitForURLAsync("**/units/VN");
    }

    [BrowserFact]
    public async Task A_report_shows_at_once_beside_the_mark_of_simulated_figures()
    {
        await OpenAsync("/wall?unit=24");
        var figure = Page.Locator(".wall-figure").First;
        await Assertions.Expect(figure).ToHaveTextAsync("0/10");
        await Assertions.Expect(Page.GetByText("SỐ LIỆU MÔ PHỎNG")).ToBeVisibleAsync();

        await CommitteeReports.SendAsync(Silo, "S24-001");

        await Assertions.Expect(figure).ToHaveTextAsync("1/10");
    }

    [BrowserTheory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task It_breaks_no_rule_of_accessibility(ColorScheme scheme)
    {
        await Page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
        await OpenAsync("/wall");
        await Assertions.Expect(Page.Locator(".wall-figure").First).ToBeVisibleAsync();
        Assert.Empty(await Axe.FindViolationsAsync(Page));
    }

    private ILocator Title => Page.Locator("h1");
}
