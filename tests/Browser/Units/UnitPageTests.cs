using System.Threading.Tasks;
using Aggregation.Tests.Browser.Accessibility;
using Aggregation.Tests.Browser.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace Aggregation.Tests.Browser.Units;

public sealed class UnitPageTests(DashboardFixture fixture) : DashboardTest(fixture)
{
    [BrowserFact]
    public async Task A_commune_s_own_figures_come_first_with_their_day_and_key()
    {
        const string Commune = "S02-001-00001";
        await CommitteeReports.SendAsync(Silo, Commune);
        await OpenAsync("/units/" + Commune);
        var first = Page.Locator("main section").First;
        await Assertions.Expect(first.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Của chính đơn vị");
        var row = first.GetByRole(AriaRole.Row).Nth(1);
        await Assertions.Expect(row).ToContainTextAsync("kiện toàn");
        await Assertions.Expect(row).ToContainTextAsync("20/02/2017");
        await Assertions.Expect(row).ToContainTextAsync("configured-");

        await CommitteeReports.SendAsync(Silo, Commune, "consolidating", CommitteeReports.DayAfter);
        await Assertions.Expect(row).ToContainTextAsync("21/02/2017");
        Assert.Empty(await Axe.FindViolationsAsync(Page));
    }

    [BrowserFact]
    public async Task A_share_is_rounded_and_neither_cut_nor_made_all()
    {
        await CommitteeReports.SendAsync(Silo, "S04-001");
        await CommitteeReports.SendAsync(Silo, "S04-002");
        await CommitteeReports.SendAsync(Silo, "S04-003");
        await OpenAsync("/units/04");
        // 3 of 10 districts; of 161 communes one.
        await Assertions.Expect(Page.Locator("main")).ToContainTextAsync("30,0%");
        await CommitteeReports.SendAsync(Silo, "S04-001-00001");
        await Assertions.Expect(Page.Locator("main")).ToContainTextAsync("0,6%");
    }

    [BrowserFact]
    public async Task Fixed_figures_never_look_live()
    {
        // What is half faded in is too pale for a moment.
        await Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await OpenAsync("/units/06?asOf=2017-02-20");
        await Assertions.Expect(Page.Locator(".connection")).ToHaveTextAsync("Số liệu cố định");
        await Assertions.Expect(Page.Locator(".fixed-banner")).ToContainTextAsync("20/02/2017");
        Assert.Equal(0, await Page.GetByText("Trực tiếp", new() { Exact = true }).CountAsync());
        Assert.Empty(await Axe.FindViolationsAsync(Page));

        await Page.GetByRole(AriaRole.Link, new() { Name = "Màn hình lớn" }).ClickAsync();
        await Page.WaitForURLAsync("**/wall?unit=06&asOf=2017-02-20");
        await Assertions.Expect(Page.Locator("h1")).ToContainTextAsync("Bắc Kạn");
        await Assertions.Expect(Page.Locator(".wall-fixed")).ToContainTextAsync("20/02/2017");
        Assert.Empty(await Axe.FindViolationsAsync(Page));
        await Page.Keyboard.PressAsync("Escape");
        await Page.WaitForURLAsync("**/units/06?asOf=2017-02-20");
    }
}
