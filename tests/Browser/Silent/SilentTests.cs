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

    private ILocator Heading => Page.Locator("#silent-list-title");
}
