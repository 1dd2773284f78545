using System.Threading.Tasks;
using Aggregation.Tests.Browser.Fixtures;
using Microsoft.Playwright;

namespace Aggregation.Tests.Browser.History;

public sealed class HistoryTests(DashboardFixture fixture) : DashboardTest(fixture)
{
    private const string Range = $"from={CommitteeReports.DayBefore}&to={CommitteeReports.DayAfter}";

    [BrowserFact]
    public async Task A_report_changes_the_last_point_and_the_past_that_it_speaks_of()
    {
        await OpenAsync("/units/14/history");
        await Assertions.Expect(Page.Locator(".chart canvas")).ToBeVisibleAsync();
        await Assertions.Expect(Rows.First.Locator("td").First).ToHaveTextAsync("0");
        await BeLiveAsync();

        await CommitteeReports.SendAsync(Silo, "S14-001");

        await Assertions.Expect(Rows.First.Locator("td").First).ToHaveTextAsync("1");
        await Assertions.Expect(Rows.Last.Locator("td").First).ToHaveTextAsync("1");
    }

    [BrowserFact]
    public async Task Each_day_of_a_range_has_a_row_with_what_stood_then()
    {
        await CommitteeReports.SendAsync(Silo, "S15-001");
        await OpenAsync($"/units/15/history?{Range}");
        await Assertions.Expect(Rows).ToHaveTextAsync(["21/02/20171911,1%", "20/02/20171911,1%", "19/02/2017090,0%"]);
    }

    [BrowserFact]
    public async Task A_range_with_too_many_points_is_refused_in_words()
    {
        await OpenAsync("/units/15/history?from=2000-01-01&to=2017-02-20&step=day");
        await Assertions.Expect(Page.GetByRole(AriaRole.Alert)).ToHaveTextAsync(
            "Khoảng thời gian này có 6.261 điểm, biểu đồ chỉ nhận tối đa 1.000 điểm; hãy chọn khoảng ngắn hơn hoặc bước dài hơn.");
        await Page.GetByLabel("Chu kỳ số liệu").SelectOptionAsync("month");
        await Assertions.Expect(Rows).ToHaveCountAsync(206);
    }

    private ILocator Rows => Page.Locator("main table tbody tr");
}
