using System;
using System.Threading.Tasks;
using Aggregation.Tests.Browser.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace Aggregation.Tests.Browser.Time;

public sealed class DateBarTests(DashboardFixture fixture) : DashboardTest(fixture)
{
    [BrowserFact]
    public async Task A_link_of_fixed_figures_gives_the_same_figures_after_later_reports()
    {
        await OpenAsync("/units/11");
        await Assertions.Expect(Headline).ToHaveTextAsync("0/10");
        await Page.GetByText("Thời điểm của số liệu").ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Chốt số liệu" }).ClickAsync();
        var link = await Page.GetByLabel("Liên kết đến đúng số liệu này").InputValueAsync();
        Assert.Matches(@"\?asOf=\d{4}-\d\d-\d\d&knownAt=\d{4}-\d\d-\d\dT\d\d%3A\d\d%3A\d\dZ$", link);

        await CommitteeReports.SendAsync(Silo, "S11-001");
        await OpenAsync(new Uri(link).PathAndQuery);

        await Assertions.Expect(Headline).ToHaveTextAsync("0/10");
        await Assertions.Expect(Page.Locator(".as-of")).ToContainTextAsync(", theo báo cáo nhận đến ");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Về số liệu đang cập nhật" }).ClickAsync();
        await Assertions.Expect(Headline).ToHaveTextAsync("1/10");
    }

    [BrowserFact]
    public async Task A_day_that_is_chosen_goes_along_to_the_units_below()
    {
        await CommitteeReports.SendAsync(Silo, "S12-001");
        await OpenAsync("/units/12");
        await Assertions.Expect(Headline).ToHaveTextAsync("1/8");
        await Page.GetByText("Thời điểm của số liệu").ClickAsync();
        await Page.GetByRole(AriaRole.Textbox, new() { Name = "Số liệu đến hết ngày" }).FillAsync("19/02/2017");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Xem số liệu" }).ClickAsync();

        await Assertions.Expect(Headline).ToHaveTextAsync("0/8");
        await Page.Locator(".left a").First.ClickAsync();

        await Assertions.Expect(Page.Locator(".as-of")).ToContainTextAsync("Số liệu đến hết ngày 19/02/2017");
    }

    private ILocator Headline => Page.Locator(".headline .figure").First;
}
