using System;
using System.Collections.Generic;
using System.Net.Http.Json;
using System.Threading.Tasks;
using Aggregation.Tests.Browser.Accessibility;
using Aggregation.Tests.Browser.Fixtures;
using Microsoft.Playwright;
using Xunit;

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

    [BrowserFact]
    public async Task A_commune_without_figures_has_words_and_no_chart_and_its_own_states_are_told_by_their_days()
    {
        const string Commune = "S17-001-00001";
        await CommitteeReports.SendAsync(Silo, Commune, "not-started", CommitteeReports.DayBefore);
        await CommitteeReports.SendAsync(Silo, Commune);
        await OpenAsync($"/units/{Commune}/history?{Range}");
        await Assertions.Expect(Page.Locator("main")).ToContainTextAsync("nên không có biểu đồ");
        await Assertions.Expect(Page.Locator(".chart")).ToHaveCountAsync(0);
        await Assertions.Expect(Page.Locator("table.own tbody tr")).ToHaveTextAsync(
            ["20/02/2017kiện toànChưa kiện toànĐã kiện toàn", "19/02/2017kiện toànChưa báo cáoChưa kiện toàn"]);
        Assert.Empty(await Axe.FindViolationsAsync(Page));
    }

    [BrowserFact]
    public async Task A_count_has_a_chart_of_its_share_in_per_cent_and_one_of_its_amount()
    {
        var report = new
        {
            unit = "S17-002",
            idempotencyKey = Guid.NewGuid(),
            effectiveOn = CommitteeReports.Day,
            counts = new Dictionary<string, int> { ["agencies"] = 8, ["safe-agencies"] = 6 },
        };
        using var answer = await Silo.Http.PostAsJsonAsync(new Uri("reports", UriKind.Relative), new { reports = new[] { report } });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        await OpenAsync($"/units/17/history?indicator=agencies&{Range}");
        await Assertions.Expect(Page.Locator(".history-plot canvas")).ToHaveCountAsync(2);
        await Assertions.Expect(Page.Locator(".history-plot .legend")).ToHaveTextAsync(["Tỷ lệ", "Cơ quan, đơn vị"]);
        await Assertions.Expect(Page.Locator(".pointed")).ToContainTextAsync("75,0%");
        Assert.Empty(await Axe.FindViolationsAsync(Page));
    }

    private ILocator Rows => Page.Locator("[aria-labelledby=history-table-title] tbody tr");
}
