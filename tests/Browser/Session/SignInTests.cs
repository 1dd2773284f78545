using System;
using System.Collections.Concurrent;
using System.Threading.Tasks;
using System.Web;
using Aggregation.Testing.Processes;
using Aggregation.Tests.Browser.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace Aggregation.Tests.Browser.Session;

/// <summary>The page of a silo whose reads need a key.</summary>
public sealed class SignInTests(DashboardFixture fixture) : DashboardTest(fixture)
{
    [BrowserFact]
    public async Task A_key_opens_its_unit_and_what_lies_below_and_nothing_else()
    {
        var silo = await StartClosedSiloAsync();
        var seen = new ConcurrentBag<string>();
        Page.Response += (_, answer) => NoteUnits(answer, seen);

        await OpenAsync(silo, "/");
        await Assertions.Expect(KeyField).ToBeVisibleAsync();
        await SignInAsync(await ReporterKeys.MakeAsync(silo, "01"));
        await Assertions.Expect(Page).ToHaveURLAsync(new Uri(silo.Url, "/units/01").ToString());
        await BeLiveAsync();
        await OpenAsync(silo, "/units/S01-001");
        await BeLiveAsync();

        Faults.Expect("403");
        await Page.GotoAsync(new Uri(silo.Url, "/units/02").ToString());
        await Assertions.Expect(Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Page.GotoAsync(new Uri(silo.Url, "/units/VN").ToString());
        await Assertions.Expect(Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Link, new() { Name = "Việt Nam" })).ToHaveCountAsync(0);
        await Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Thành phố Hà Nội" }).ClickAsync();
        await BeLiveAsync();

        Assert.Contains("01", seen);
        Assert.All(seen, unit => Assert.True(unit == "01"
            || unit.StartsWith("S01-", StringComparison.Ordinal), $"The page was told of {unit}."));
        Assert.Equal(0, await Page.GetByText("Hà Giang").CountAsync());
    }

    [BrowserFact]
    public async Task A_wrong_key_is_refused_in_words_and_signing_out_shows_nothing_any_more()
    {
        var silo = await StartClosedSiloAsync();
        await OpenAsync(silo, "/units/01");
        Faults.Expect("401");
        await SignInAsync("wrong");
        await Assertions.Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("khóa", new() { IgnoreCase = true });

        await SignInAsync(await ReporterKeys.MakeAsync(silo, "01"));
        await Assertions.Expect(Page.Locator("h1")).ToContainTextAsync("Hà Nội");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Đăng xuất" }).ClickAsync();

        await Assertions.Expect(KeyField).ToBeVisibleAsync();
        Assert.Equal(0, await Page.GetByText("Hà Nội").CountAsync());
    }

    [BrowserFact]
    public async Task Signing_in_leads_back_to_where_one_was()
    {
        const string Where = "/units/33/history?indicator=committee";
        await OpenAsync(Where);
        await Page.GetByRole(AriaRole.Link, new() { Name = "Đăng nhập" }).ClickAsync();
        await SignInAsync(await ReporterKeys.MakeAsync(Silo, "33"));
        await Assertions.Expect(Page).ToHaveURLAsync(new Uri(Silo.Url, Where).ToString());
        await Assertions.Expect(Page.Locator("h1")).ToContainTextAsync("Hưng Yên");

        // The key opens the province; that reads are open leaves the way to the nation.
        await Assertions.Expect(Page.Locator(".breadcrumb")).ToContainTextAsync("Việt Nam");
        await Assertions.Expect(Page.Locator(".session-menu")).ToContainTextAsync("Tỉnh Hưng Yên");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Gửi báo cáo" }).ClickAsync();
        await Assertions.Expect(Page.GetByText("Tải biểu mẫu Excel (đơn vị Tỉnh Hưng Yên)")).ToBeVisibleAsync();
        await Page.Locator(".session-menu").GetByRole(AriaRole.Link, new() { Name = "Việt Nam" }).ClickAsync();
        await Assertions.Expect(Page.Locator("h1")).ToHaveTextAsync("Việt Nam");
    }

    [BrowserFact]
    public async Task An_address_of_another_site_leads_nowhere_else()
    {
        await OpenAsync("/sign-in?from=//elsewhere.example/");
        await SignInAsync(await ReporterKeys.MakeAsync(Silo, "33"));
        await Assertions.Expect(Page).ToHaveURLAsync(new Uri(Silo.Url, "/units/33").ToString());
        await Assertions.Expect(Page.Locator("h1")).ToContainTextAsync("Hưng Yên");
    }

    private ILocator KeyField => Page.GetByLabel("Khóa truy cập");

    private Task<SiloProcess> StartClosedSiloAsync() => StartSiloAsync(("Security__PublicRead", "false"));

    private Task SignInAsync(string key) => ReporterKeys.SignInAsync(Page, key);

    // By address: what is asked for as a path, and what a stream is asked for.
    private static void NoteUnits(IResponse answer, ConcurrentBag<string> seen)
    {
        var address = new Uri(answer.Url);
        if (answer.Status != 200 || !address.AbsolutePath.StartsWith("/api/v1/", StringComparison.Ordinal))
            return;
        var parts = address.AbsolutePath.Split('/');
        if (parts.Length > 4 && parts[3] == "units")
            seen.Add(parts[4]);
        foreach (var unit in HttpUtility.ParseQueryString(address.Query).GetValues("unit") ?? [])
            seen.Add(unit);
    }
}
