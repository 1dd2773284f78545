using System;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Threading.Tasks;
using Aggregation.Tests.Browser.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace Aggregation.Tests.Browser.Walks;

/// <summary>The ministry's weekly look at who has not reported, from the nation's page to a list and a unit of it.</summary>
public sealed class WeeklyLookTests(DashboardFixture fixture) : DashboardTest(fixture)
{
    private const string Province = "Tỉnh Lâm Đồng";

    [BrowserFact]
    public async Task The_silent_districts_of_a_week_are_taken_away_and_Back_comes_back_to_them()
    {
        await CommitteeReports.SendAsync(
            Silo, "S68-001", effectiveOn: DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await OpenAsync("/");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Theo dõi báo cáo" }).ClickAsync();
        await Period.SelectOptionAsync("7 ngày qua");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Cấp huyện" }).ClickAsync();
        await Parent.SelectOptionAsync(Province);
        await BeFilteredAsync();

        var download = await Page.RunAndWaitForDownloadAsync(() =>
            Page.GetByRole(AriaRole.Button, new() { Name = "Tải Excel" }).ClickAsync());
        Assert.EndsWith(".xlsx", download.SuggestedFilename, StringComparison.Ordinal);
        using var workbook = await ZipFile.OpenReadAsync(await download.PathAsync());
        using var texts = new StreamReader(workbook.GetEntry("xl/sharedStrings.xml")!.Open());
        var text = await texts.ReadToEndAsync();
        Assert.Contains("S68-002", text, StringComparison.Ordinal);
        Assert.DoesNotContain("S68-001", text, StringComparison.Ordinal);
        Assert.DoesNotContain("S01-001", text, StringComparison.Ordinal);

        await Unit("S68-002").ClickAsync();
        await Assertions.Expect(Page.Locator("h1")).ToHaveTextAsync("Huyện mô phỏng 68-002");
        await Page.GoBackAsync();
        await BeFilteredAsync();
    }

    private ILocator Period => Page.GetByRole(AriaRole.Combobox, new() { Name = "Kỳ", Exact = true });

    private ILocator Parent => Page.GetByRole(AriaRole.Combobox, new() { Name = "Đơn vị cấp trên", Exact = true });

    private ILocator Unit(string code) => Page.Locator($".data-table tbody a[href^='/units/{code}']");

    private async Task BeFilteredAsync()
    {
        await Assertions.Expect(Period.Locator("option:checked")).ToHaveTextAsync("7 ngày qua");
        await Assertions.Expect(Parent.Locator("option:checked")).ToHaveTextAsync(Province);
        await Assertions.Expect(Page.Locator(".data-table tbody .subtotal")).ToHaveCountAsync(1);
        await Assertions.Expect(Unit("S68-002")).ToBeVisibleAsync();
        await Assertions.Expect(Unit("S68-001")).ToHaveCountAsync(0);
    }
}
