using System;
using System.Net.Http.Json;
using System.Threading.Tasks;
using Aggregation.Tests.Browser.Accessibility;
using Aggregation.Tests.Browser.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace Aggregation.Tests.Browser.Sent;

public sealed class SentTests(DashboardFixture fixture) : DashboardTest(fixture)
{
    private const string Commune = "S19-001-00001";

    [BrowserFact]
    public async Task A_report_is_withdrawn_once_although_the_line_breaks_and_the_list_says_what_stands()
    {
        await CommitteeReports.SendAsync(Silo, Commune, "not-started", CommitteeReports.DayBefore);
        await CommitteeReports.SendAsync(Silo, Commune, "consolidating");
        await CommitteeReports.SendAsync(Silo, Commune, "consolidated");
        await Page.SetViewportSizeAsync(360, 740);
        await OpenAsync("/sign-in?from=/units/" + Commune + "/reports");
        await ReporterKeys.SignInAsync(Page, await ReporterKeys.MakeAsync(Silo, "19"));

        await Assertions.Expect(Report(3)).ToContainTextAsync("Còn hiệu lực");
        await Assertions.Expect(Report(2)).ToContainTextAsync("đã sửa bằng báo cáo số 3 cùng ngày");
        await Assertions.Expect(Report(1)).ToContainTextAsync("đã có số liệu ngày 20/02/2017 (báo cáo số 3)");
        Assert.Equal(360, await Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));

        await LoseFirstAnswerAsync();
        await Report(3).GetByRole(AriaRole.Button, new() { Name = "Thu hồi" }).ClickAsync();
        var dialog = Page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog).ToContainTextAsync("Đã kiện toàn – sẽ thay bằng: Đang thống nhất phương án (báo cáo số 2");
        Assert.Empty(await Axe.FindViolationsAsync(Page));
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Thu hồi báo cáo" }).ClickAsync();

        await Assertions.Expect(Page.GetByText("Đã thu hồi báo cáo số 3.")).ToBeVisibleAsync();
        await Assertions.Expect(Report(3)).ToContainTextAsync("đã thu hồi bằng báo cáo số 4");
        await Assertions.Expect(Report(2)).ToContainTextAsync("Còn hiệu lực");
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Số 4: thu hồi báo cáo số 3" })).ToBeVisibleAsync();
        Assert.Equal(4, await Page.Locator(".sent-reports article").CountAsync());
        Assert.Empty(await Axe.FindViolationsAsync(Page));

        await Report(3).GetByRole(AriaRole.Link, new() { Name = "Phiếu xác nhận báo cáo" }).ClickAsync();
        await Assertions.Expect(Page.Locator(".receipt")).ToContainTextAsync("Đã bị thu hồi");
    }

    [BrowserFact]
    public async Task Whoever_does_not_report_for_the_unit_is_not_offered_to_withdraw()
    {
        await CommitteeReports.SendAsync(Silo, "S20-001-00001");
        await OpenAsync("/units/S20-001-00001");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Đã gửi" }).ClickAsync();
        await Assertions.Expect(Report(1)).ToContainTextAsync("Còn hiệu lực");
        Assert.StartsWith("Đã gửi – ", await Page.TitleAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await Page.GetByRole(AriaRole.Button, new() { Name = "Thu hồi" }).CountAsync());
    }

    [BrowserFact]
    public async Task A_refusal_of_the_silo_is_one_sentence()
    {
        await CommitteeReports.SendAsync(Silo, "S22-002-00001");
        await OpenAsync("/sign-in?from=/units/S22-002-00001/reports");
        await ReporterKeys.SignInAsync(Page, await ReporterKeys.MakeAsync(Silo, "22"));
        await Report(1).GetByRole(AriaRole.Button, new() { Name = "Thu hồi" }).ClickAsync();
        await WithdrawAsync("S22-002-00001");

        Faults.Expect("422");
        await Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Thu hồi báo cáo" }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("đã được thu hồi");
    }

    private ILocator Report(int sequence) => Page.Locator($"article[aria-labelledby=report-{sequence}]");

    // The silo records, and nobody hears of it.
    private async Task LoseFirstAnswerAsync()
    {
        Faults.Expect("ERR_FAILED");
        var isLost = false;
        await Page.RouteAsync("**/api/v1/reports", async route =>
        {
            var answer = await route.FetchAsync();
            Assert.True(answer.Ok, await answer.TextAsync());
            if (isLost)
                await route.FulfillAsync(new() { Response = answer });
            else
                await route.AbortAsync();
            isLost = true;
        });
    }

    private async Task WithdrawAsync(string unit)
    {
        var report = new { unit, idempotencyKey = Guid.NewGuid(), effectiveOn = CommitteeReports.Day, withdraws = 1 };
        using var answer = await Silo.Http.PostAsJsonAsync(new Uri("reports", UriKind.Relative), new { reports = new[] { report } });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
