using System.Threading.Tasks;
using Aggregation.Tests.Browser.Fixtures;
using Microsoft.Playwright;

namespace Aggregation.Tests.Browser.Silent;

public sealed class SilentTests(DashboardFixture fixture) : DashboardTest(fixture)
{
    [BrowserFact]
    public async Task Who_reports_in_the_days_asked_for_leaves_the_list_while_it_is_open()
    {
        await OpenAsync($"/units/58/silent?from={CommitteeReports.DayBefore}&to={CommitteeReports.DayAfter}");
        await BeLiveAsync();
        await Assertions.Expect(Heading).ToHaveTextAsync("Chưa báo cáo – Cấp huyện (7)");

        await CommitteeReports.SendAsync(Silo, "S58-003");

        await Assertions.Expect(Heading).ToHaveTextAsync("Chưa báo cáo – Cấp huyện (6)");
        await Assertions.Expect(Page.Locator(".data-table tbody a[href^='/units/S58-003']")).ToHaveCountAsync(0);
        await Assertions.Expect(Page.Locator("table").First).ToContainTextAsync("1/7");
    }

    [BrowserFact]
    public async Task Communes_are_listed_by_their_district()
    {
        await OpenAsync("/units/58/silent?level=commune");
        await Assertions.Expect(Page.Locator(".data-table tbody .subtotal")).ToHaveCountAsync(7);
    }

    [BrowserFact]
    public async Task A_period_is_chosen_by_its_name_and_known_again_by_its_days()
    {
        await OpenAsync("/units/58/silent?asOf=2017-02-20&from=2016-07-01&to=2016-12-31");
        var period = Page.GetByRole(AriaRole.Combobox, new() { Name = "Kỳ", Exact = true });
        var chosen = period.Locator("option:checked");
        await Assertions.Expect(chosen).ToHaveTextAsync("6 tháng cuối năm 2016");

        await period.SelectOptionAsync("Quý IV năm 2016");
        await Assertions.Expect(Page.Locator("#silent-title")).ToHaveTextAsync("Tình hình báo cáo từ 01/10/2016 đến 31/12/2016");

        var first = Page.GetByRole(AriaRole.Textbox, new() { Name = "Từ ngày" });
        await first.FillAsync("2/10/2016");
        await first.PressAsync("Enter");
        await Assertions.Expect(chosen).ToHaveTextAsync("Khoảng ngày khác");
    }

    private ILocator Heading => Page.Locator("#silent-list-title");
}
