using System;
using System.Net.Http.Json;
using System.Text.Json;
using System.Threading.Tasks;
using Aggregation.Tests.Browser.Accessibility;
using Aggregation.Tests.Browser.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace Aggregation.Tests.Browser.Entry;

/// <summary>A commune's figures, typed on a telephone.</summary>
public sealed class EntryTests(DashboardFixture fixture) : DashboardTest(fixture)
{
    private const string Declared = "Số mô hình đơn vị tự khai (toàn địa bàn)";

    protected override BrowserNewContextOptions Options { get; } = new()
    {
        Locale = "vi-VN",
        TimezoneId = "Asia/Ho_Chi_Minh",
        ColorScheme = ColorScheme.Light,
        ViewportSize = new() { Width = 360, Height = 740 },
    };

    [BrowserFact]
    public async Task Figures_typed_over_a_line_that_breaks_are_recorded_once_although_the_tab_is_closed()
    {
        const string Commune = "S34-001-00001";
        await OpenFormAsync(Commune);
        await Field(Page, "Cơ quan, đơn vị").FillAsync("12");
        await Field(Page, Declared).FillAsync("1234");
        await Field(Page, "Cơ quan, đơn vị đạt An toàn về ANTT").FillAsync("0");
        await Page.GetByRole(AriaRole.Radio, new() { Name = "Đã kiện toàn" }).CheckAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Thêm mô hình" }).ClickAsync();
        await Page.GetByLabel("Tên mô hình").FillAsync("Tiếng kẻng an ninh");
        await Field(Page, "Điểm mô hình").FillAsync("2");
        await Assertions.Expect(Field(Page, Declared)).ToHaveValueAsync("1.234");
        Assert.Equal(360, await Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(await Axe.FindViolationsAsync(Page));

        await Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Xem lại trước khi gửi" })).ToBeFocusedAsync();
        await Assertions.Expect(Row(Declared)).ToContainTextAsync("1.234");
        await Assertions.Expect(Row("Mô hình: Tiếng kẻng an ninh")).ToContainTextAsync("2 điểm");
        Assert.Equal(6, await Page.GetByRole(AriaRole.Row).CountAsync());
        Assert.Empty(await Axe.FindViolationsAsync(Page));

        // The silo records, and nobody hears of it.
        Faults.Expect("ERR_FAILED");
        await Page.RouteAsync("**/api/v1/reports", async route =>
        {
            await route.FetchAsync();
            await route.AbortAsync();
        });
        await Page.GetByRole(AriaRole.Button, new() { Name = "Xác nhận và gửi" }).ClickAsync();
        await Assertions.Expect(Page.GetByText("đã thử 1 lần")).ToBeVisibleAsync();
        await Page.CloseAsync();

        var later = await Page.Context.NewPageAsync();
        await later.GotoAsync(new Uri(Silo.Url, "/units/S34-001-00001/entry").ToString());
        await Assertions.Expect(later.Locator(".receipt")).ToContainTextAsync("1.234");
        Assert.Empty(await Axe.FindViolationsAsync(later));
        var report = Assert.Single((await ReadReportsAsync(Commune)).EnumerateArray());
        Assert.Equal(1234, report.GetProperty("declared").GetProperty("models").GetInt32());
        Assert.Equal(12, report.GetProperty("counts").GetProperty("agencies").GetInt32());
        Assert.Equal(0, report.GetProperty("counts").GetProperty("safe-agencies").GetInt32());
        Assert.Equal("consolidated", report.GetProperty("statuses").GetProperty("committee").GetString());
        Assert.Equal(2, report.GetProperty("models")[0].GetProperty("sites").GetInt32());

        // What was recorded is no draft any more.
        await later.GetByRole(AriaRole.Button, new() { Name = "Nhập tiếp" }).ClickAsync();
        await Assertions.Expect(Field(later, "Cơ quan, đơn vị")).ToHaveValueAsync("");
        await Assertions.Expect(later.GetByText("Đang có: 1.234")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task A_draft_outlives_its_tab_and_is_nobody_else_s()
    {
        await OpenFormAsync("S34-002-00001");
        await Field(Page, "Doanh nghiệp").FillAsync("17");
        await Page.CloseAsync();

        var later = await Page.Context.NewPageAsync();
        await later.GotoAsync(new Uri(Silo.Url, "/units/S34-002-00001/entry").ToString());
        await Assertions.Expect(later.GetByText("Đã khôi phục bản nháp")).ToBeVisibleAsync();
        await Assertions.Expect(Field(later, "Doanh nghiệp")).ToHaveValueAsync("17");

        // On a telephone the tools of the head open when asked for.
        await later.GetByText("Trình đơn").ClickAsync();
        await later.GetByRole(AriaRole.Button, new() { Name = "Đăng xuất" }).ClickAsync();
        await Assertions.Expect(later.GetByText("hãy đăng nhập bằng khóa có quyền báo cáo")).ToBeVisibleAsync();
        await later.GotoAsync(new Uri(Silo.Url, "/sign-in?from=/units/S34-002-00001/entry").ToString());
        await ReporterKeys.SignInAsync(later, await ReporterKeys.MakeAsync(Silo, "34"));
        await Assertions.Expect(Field(later, "Doanh nghiệp")).ToHaveValueAsync("");
    }

    [BrowserFact]
    public async Task What_is_wrong_is_told_at_its_field()
    {
        const string Commune = "S34-003-00001";
        await ReportAsync(Commune, new { schools = 1000 });
        await OpenFormAsync(Commune);
        await Assertions.Expect(Field(Page, "Cơ sở giáo dục")).ToHaveAccessibleDescriptionAsync("Đang có: 1.000 (20/02/2017)");
        await Field(Page, "Cơ sở giáo dục đạt An toàn về ANTT").FillAsync("1001");
        await Field(Page, "Cơ quan, đơn vị").FillAsync("1,5");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Thêm mô hình" }).ClickAsync();
        await Page.GetByLabel("Tên mô hình").FillAsync("M« h×nh tù qu¶n");
        await Field(Page, "Điểm mô hình").FillAsync("1");
        await Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "Cơ quan, đơn vị: Phải là số nguyên" }).ClickAsync();
        await Assertions.Expect(Field(Page, "Cơ quan, đơn vị")).ToBeFocusedAsync();
        await Field(Page, "Cơ quan, đơn vị").FillAsync("15");
        await Field(Page, "Cơ sở giáo dục đạt An toàn về ANTT").FillAsync("");

        // The silo alone knows old encodings.
        Faults.Expect("422");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Kiểm tra và xem lại" }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("TCVN3");
        await Assertions.Expect(Page.GetByLabel("Tên mô hình")).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(Page.Locator("#entry-models-0-name-message")).ToContainTextAsync("Mô hình thứ 1, tên dùng bảng mã TCVN3");
        Assert.Empty(await Axe.FindViolationsAsync(Page));
    }

    private static ILocator Field(IPage page, string label) => page.GetByRole(AriaRole.Textbox, new() { Name = label, Exact = true });

    private ILocator Row(string what) =>
        Page.GetByRole(AriaRole.Row).Filter(new() { Has = Page.GetByRole(AriaRole.Rowheader, new() { Name = what, Exact = true }) });

    private async Task OpenFormAsync(string commune)
    {
        await OpenAsync($"/sign-in?from=/units/{commune}/entry");
        await ReporterKeys.SignInAsync(Page, await ReporterKeys.MakeAsync(Silo, commune));
        await Assertions.Expect(Field(Page, "Doanh nghiệp")).ToBeVisibleAsync();
    }

    private async Task ReportAsync(string unit, object counts)
    {
        var report = new { unit, idempotencyKey = Guid.NewGuid(), effectiveOn = CommitteeReports.Day, counts };
        using var answer = await Silo.Http.PostAsJsonAsync(new Uri("reports", UriKind.Relative), new { reports = new[] { report } });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task<JsonElement> ReadReportsAsync(string unit) =>
        (await Silo.Http.GetFromJsonAsync<JsonElement>(new Uri($"units/{unit}/reports", UriKind.Relative))).GetProperty("items");
}
