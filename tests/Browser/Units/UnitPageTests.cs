using System;
using System.Net.Http.Json;
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
    public async Task The_headlines_stand_on_the_first_screen_of_a_small_laptop()
    {
        await Page.SetViewportSizeAsync(1366, 768);
        await OpenAsync("/units/VN");
        await Assertions.Expect(Page.Locator(".headline")).ToHaveCountAsync(4);
        foreach (var headline in await Page.Locator(".headline .state-list").AllAsync())
            Assert.InRange(await headline.EvaluateAsync<double>("list => list.getBoundingClientRect().bottom"), 0, 768);
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
    public async Task A_unit_that_reported_something_else_is_not_said_to_have_reported_nothing()
    {
        var report = new
        {
            unit = "S08-001",
            idempotencyKey = Guid.NewGuid(),
            effectiveOn = CommitteeReports.Day,
            counts = new { agencies = 3 },
        };
        using var answer = await Silo.Http.PostAsJsonAsync(new Uri("reports", UriKind.Relative), new { reports = new[] { report } });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());

        await OpenAsync("/units/08?indicator=committee&level=district");
        var units = Page.Locator("#outstanding tbody tr");
        await Assertions.Expect(units.Filter(new() { HasText = "08-001" })).ToContainTextAsync("Chưa báo cáo chỉ tiêu này");
        await Assertions.Expect(units.Filter(new() { HasText = "08-001" })).ToContainTextAsync("20/02/2017");
        await Assertions.Expect(units.Filter(new() { HasText = "08-002" })).Not.ToContainTextAsync("chỉ tiêu này");
    }

    [BrowserFact]
    public async Task Fixed_figures_never_look_live()
    {
        // What is half faded in is too pale for a moment.
        await Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await OpenAsync("/units/06?asOf=2017-02-20");
        await Assertions.Expect(Page.Locator(".connection")).ToHaveTextAsync("Số liệu theo ngày đã chọn");
        await Assertions.Expect(Page.Locator(".fixed-banner")).ToContainTextAsync("vẫn làm số liệu thay đổi");
        await OpenAsync("/units/06?asOf=2017-02-20&knownAt=2026-01-01T00:00:00Z");
        await Assertions.Expect(Page.Locator(".connection")).ToHaveTextAsync("Số liệu cố định");
        await Assertions.Expect(Page.Locator(".fixed-banner")).ToContainTextAsync("20/02/2017");
        Assert.Equal(0, await Page.GetByText("Đang cập nhật", new() { Exact = true }).CountAsync());
        Assert.Empty(await Axe.FindViolationsAsync(Page));

        await Page.GetByRole(AriaRole.Link, new() { Name = "Trình chiếu" }).ClickAsync();
        await Page.WaitForURLAsync("**/wall?unit=06&asOf=2017-02-20*");
        await Assertions.Expect(Page.Locator("h1")).ToContainTextAsync("Bắc Kạn");
        await Assertions.Expect(Page.Locator(".wall-fixed")).ToContainTextAsync("20/02/2017");
        Assert.Empty(await Axe.FindViolationsAsync(Page));
        await Page.Keyboard.PressAsync("Escape");
        await Page.WaitForURLAsync("**/units/06?asOf=2017-02-20*");
    }
}
