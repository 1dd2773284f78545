using System.Threading.Tasks;
using Aggregation.Tests.Browser.Fixtures;
using Microsoft.Playwright;

namespace Aggregation.Tests.Browser.Compare;

public sealed class CompareTests(DashboardFixture fixture) : DashboardTest(fixture)
{
    [BrowserFact]
    public async Task Two_days_stand_side_by_side_with_who_became_complete()
    {
        await CommitteeReports.SendAsync(Silo, "S17-002");
        await OpenAsync($"/units/17/compare?asOf={CommitteeReports.Day}&with={CommitteeReports.DayBefore}");

        await Assertions.Expect(Row("Kiện toàn")).ToHaveTextAsync("Kiện toàn0/10 0,0%1/10 10,0%+1");
        await Assertions.Expect(Page.Locator(".compared-names").First).ToContainTextAsync("Mới đạt (1): ");
        await Assertions.Expect(Page.Locator(".compared-units tbody tr")).ToHaveCountAsync(1);
        await Assertions.Expect(Page.Locator(".compared-units tbody a")).ToHaveAttributeAsync(
            "href",
            $"/units/S17-002?asOf={CommitteeReports.Day}");

        await Page.GetByLabel("Hiện cả đơn vị không thay đổi").CheckAsync();
        await Assertions.Expect(Page.Locator(".compared-units tbody tr")).ToHaveCountAsync(10);
    }

    [BrowserFact]
    public async Task A_unit_that_fell_back_is_named_with_both_its_states()
    {
        await CommitteeReports.SendAsync(Silo, "S19-001");
        await CommitteeReports.SendAsync(Silo, "S19-001", "not-started", CommitteeReports.DayAfter);
        await OpenAsync($"/units/19/compare?asOf={CommitteeReports.DayAfter}&with={CommitteeReports.Day}");

        await Assertions.Expect(Page.Locator(".compared-names").Last).ToContainTextAsync("(Đã kiện toàn → Chưa kiện toàn)");
        await Assertions.Expect(Row("Kiện toàn").Locator(".difference")).ToHaveTextAsync("−1");
    }

    private ILocator Row(string name) => Page.Locator(".compared").First.Locator("tr").Filter(
        new() { Has = Page.GetByRole(AriaRole.Rowheader, new() { Name = name, Exact = true }) }).First;
}
