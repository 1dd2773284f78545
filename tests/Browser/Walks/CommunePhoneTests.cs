using System;
using System.Net.Http.Json;
using System.Text.Json;
using System.Threading.Tasks;
using Aggregation.Tests.Browser.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace Aggregation.Tests.Browser.Walks;

/// <summary>A commune's telephone, from signing in to the list of what was sent.</summary>
public sealed class CommunePhoneTests(DashboardFixture fixture) : DashboardTest(fixture)
{
    private const string Commune = "S67-001-00001";

    protected override BrowserNewContextOptions Options { get; } = new()
    {
        Locale = "vi-VN",
        TimezoneId = "Asia/Ho_Chi_Minh",
        ColorScheme = ColorScheme.Light,
        ViewportSize = new() { Width = 360, Height = 740 },
    };

    [BrowserFact]
    public async Task What_waited_for_the_line_is_in_the_list_of_what_was_sent_once()
    {
        await OpenAsync("/sign-in");
        await ReporterKeys.SignInAsync(Page, await ReporterKeys.MakeAsync(Silo, Commune));
        await Page.GetByRole(AriaRole.Link, new() { Name = "Nhập số liệu" }).ClickAsync();
        await Page.GetByRole(AriaRole.Textbox, new() { Name = "Doanh nghiệp", Exact = true }).FillAsync("17");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Kiểm tra và xem lại" }).ClickAsync();

        // The line breaks before anything reaches the silo.
        const string Calls = "**/api/v1/reports";
        Faults.Expect("ERR_FAILED");
        await Page.RouteAsync(Calls, route => route.AbortAsync());
        await Page.GetByRole(AriaRole.Button, new() { Name = "Xác nhận và gửi" }).ClickAsync();
        await Assertions.Expect(Page.GetByText("đã thử 1 lần")).ToBeVisibleAsync();
        await Page.UnrouteAsync(Calls);
        await Assertions.Expect(Page.Locator(".receipt")).ToContainTextAsync($"mã {Commune}");

        await Page.GetByRole(AriaRole.Link, new() { Name = "Đã gửi" }).ClickAsync();
        var sent = Page.Locator(".sent-reports article");
        await Assertions.Expect(sent).ToHaveCountAsync(1);
        await Assertions.Expect(sent).ToContainTextAsync("Còn hiệu lực");
        await Assertions.Expect(sent).ToContainTextAsync("Doanh nghiệp: 17");
        var list = await Silo.Http.GetFromJsonAsync<JsonElement>(new Uri($"units/{Commune}/reports", UriKind.Relative));
        Assert.Single(list.GetProperty("items").EnumerateArray());
    }
}
