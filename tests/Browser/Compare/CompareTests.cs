using System.IO;
using System.Threading.Tasks;
using Aggregation.Tests.Browser.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace Aggregation.Tests.Browser.Compare;

public sealed class CompareTests(DashboardFixture fixture) : DashboardTest(fixture)
{
    [BrowserFact]
    public async Task Two_days_stand_side_by_side_with_who_became_complete()
    {
        await CommitteeReports.SendAsync(Silo, "S17-002");
        await OpenAsync($"/units/17/compare?asOf={CommitteeReports.Day}&with={CommitteeReports.DayBefore}");

        await Assertions.Expect(Row("Kiện toàn")).ToHaveTextAsync("Kiện toàn0/10 0,0%1/10 10,0%+1 +10,0 điểm phần trăm");
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
        await Assertions.Expect(Row("Kiện toàn").Locator(".difference")).ToHaveTextAsync("−1 −11,1 điểm phần trăm");
    }

    [BrowserFact]
    public async Task Communes_that_became_complete_are_named_from_the_province()
    {
        await CommitteeReports.SendAsync(Silo, "S30-001-00001");
        await OpenAsync(
            $"/units/30/compare?asOf={CommitteeReports.Day}&with={CommitteeReports.DayBefore}&indicator=committee&level=commune");

        var names = Page.Locator(".compared-names").First;
        await Assertions.Expect(names).ToContainTextAsync("Mới đạt (1): ");
        await Assertions.Expect(names.GetByRole(AriaRole.Link)).ToHaveAttributeAsync(
            "href",
            $"/units/S30-001-00001?asOf={CommitteeReports.Day}");
    }

    [BrowserFact]
    public async Task Both_ends_are_chosen_in_one_bar_and_named_where_they_are_shown()
    {
        await CommitteeReports.SendAsync(Silo, "S31-001");
        await OpenAsync("/units/S31-001/compare");
        await DayOf("Kỳ trước").FillAsync("19/02/2017");
        await DayOf("Kỳ này").FillAsync("20/02/2017");
        await Page.GetByRole(AriaRole.Button, new() { Name = "So sánh" }).ClickAsync();

        var own = Page.GetByRole(AriaRole.Region, new() { Name = "Của chính đơn vị" });
        await Assertions.Expect(own.GetByRole(AriaRole.Columnheader)).ToHaveTextAsync(
            ["Chỉ tiêu", "Kỳ trước: 19/02/2017", "Kỳ này: 20/02/2017", "Tăng (+)/giảm (−)"]);
        await Assertions.Expect(own.Locator("tbody tr")).ToHaveTextAsync("kiện toàn–Đã kiện toàn 20/02/2017Có thay đổi");

        var taken = await Page.RunAndWaitForDownloadAsync(() => own.GetByRole(AriaRole.Button, new() { Name = "Tải CSV" }).ClickAsync());
        var lines = await File.ReadAllLinesAsync(await taken.PathAsync());
        Assert.Contains("Kỳ trước: 19/02/2017 ↔ Kỳ này: 20/02/2017", lines);
    }

    private ILocator DayOf(string end) => Page.GetByRole(AriaRole.Group, new() { Name = end })
        .GetByRole(AriaRole.Textbox, new() { Name = "Số liệu đến hết ngày" });

    private ILocator Row(string name) => Page.Locator(".compared").First.Locator("tr").Filter(
        new() { Has = Page.GetByRole(AriaRole.Rowheader, new() { Name = name, Exact = true }) }).First;
}
