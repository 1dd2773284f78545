using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Net.Http.Json;
using System.Threading.Tasks;
using Aggregation.Tests.Browser.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace Aggregation.Tests.Browser.Walks;

/// <summary>The ministry, from the nation's page to a report for a conference.</summary>
public sealed class ConferenceReportTests(DashboardFixture fixture) : DashboardTest(fixture)
{
    private const string Indicator = "có Chương trình phối hợp dân vận";

    protected override BrowserNewContextOptions Options { get; } = new()
    {
        Locale = "vi-VN",
        TimezoneId = "Asia/Ho_Chi_Minh",
        ColorScheme = ColorScheme.Light,
        ViewportSize = new() { Width = 1366, Height = 768 },
    };

    [BrowserFact]
    public async Task Fixed_figures_become_a_word_file_that_says_the_same()
    {
        await AdoptAsync("62");
        await OpenAsync("/");
        await Page.GetByText("Thời điểm của số liệu").ClickAsync();
        await Page.GetByRole(AriaRole.Textbox, new() { Name = "Số liệu đến hết ngày" }).FillAsync("20/02/2017");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Xem số liệu" }).ClickAsync();
        await Assertions.Expect(Banner).ToContainTextAsync("Báo cáo đến sau cho những ngày ấy vẫn làm số liệu thay đổi.");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Chốt số liệu" }).ClickAsync();
        await Assertions.Expect(Banner).ToContainTextAsync("Số liệu đến hết ngày 20/02/2017, theo báo cáo nhận đến ");
        await Assertions.Expect(Banner).ToContainTextAsync("Số liệu cố định, không đổi khi có báo cáo mới.");
        await Page.ReloadAsync();
        var figure = await Headline.InnerTextAsync();

        await AdoptAsync("64");
        await Page.Locator(".unit-nav").GetByRole(AriaRole.Link, new() { Name = "In báo cáo" }).ClickAsync();
        var said = Paper.Locator("p").Filter(new() { HasText = Indicator }).First;
        await Assertions.Expect(said).ToContainTextAsync($"; {figure} (");
        await Page.GetByLabel("Kính gửi").FillAsync("Hội nghị tổng kết");
        await Page.GetByLabel("Quyền hạn của người ký").FillAsync("TL. Bộ trưởng");
        await Page.GetByLabel("Chức vụ của người ký").FillAsync("Cục trưởng");
        foreach (var typed in (string[])["Hội nghị tổng kết", "TL. Bộ trưởng", "Cục trưởng"])
            await Assertions.Expect(Paper).ToContainTextAsync(typed, new() { IgnoreCase = true });

        var download = await Page.RunAndWaitForDownloadAsync(() =>
            Page.GetByRole(AriaRole.Button, new() { Name = "Tải Word" }).ClickAsync());
        Assert.EndsWith(".docx", download.SuggestedFilename, StringComparison.Ordinal);
        using var word = await ZipFile.OpenReadAsync(await download.PathAsync());
        using var document = new StreamReader(word.GetEntry("word/document.xml")!.Open());
        var text = await document.ReadToEndAsync();
        Assert.Contains(await said.InnerTextAsync(), text, StringComparison.Ordinal);
        Assert.Contains("Hội nghị tổng kết", text, StringComparison.Ordinal);
    }

    private ILocator Banner => Page.Locator(".fixed-banner");

    private ILocator Headline => Page.Locator(".headline").Filter(new() { HasText = Indicator }).Locator(".figure").First;

    private ILocator Paper => Page.Locator(".paper");

    private async Task AdoptAsync(string unit)
    {
        var report = new
        {
            unit,
            idempotencyKey = Guid.NewGuid(),
            effectiveOn = CommitteeReports.Day,
            statuses = new Dictionary<string, string> { ["mobilisation-programme"] = "adopted" },
        };
        using var answer = await Silo.Http.PostAsJsonAsync(new Uri("reports", UriKind.Relative), new { reports = new[] { report } });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
