using System;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using Aggregation.Tests.Browser.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace Aggregation.Tests.Browser.Walks;

/// <summary>A province's clerk, from the first page to the receipt of a file that had to be corrected.</summary>
public sealed class ProvinceWorkbookTests(DashboardFixture fixture) : DashboardTest(fixture)
{
    private const string First = "S66-001-00001";
    private const string Second = "S66-001-00002";

    [BrowserFact]
    public async Task Mistakes_are_told_by_cell_and_the_corrected_file_is_recorded_once()
    {
        await OpenAsync("/");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Gửi báo cáo" }).ClickAsync();
        await Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Đăng nhập" }).ClickAsync();
        await ReporterKeys.SignInAsync(Page, await ReporterKeys.MakeAsync(Silo, "66"));

        Faults.Expect("422");
        await ChooseAsync($"{First};;31/02/2017;12\n{Second};;20/02/2017;mười\n");
        await Assertions.Expect(Fault("C2")).ToContainTextAsync("31/02/2017");
        await Assertions.Expect(Fault("D3")).ToContainTextAsync("“mười” không phải là số nguyên");
        await Assertions.Expect(Page.GetByText("Chưa có gì được ghi nhận.")).ToBeVisibleAsync();
        await Assertions.Expect(Send).ToHaveCountAsync(0);

        const string Corrected = $"{First};;20/02/2017;12\n{Second};;20/02/2017;10\n";
        await ChooseAsync(Corrected);
        await Assertions.Expect(Page.GetByText("Sẽ ghi nhận 2 báo cáo mới")).ToBeVisibleAsync();
        await Send.ClickAsync();
        await Assertions.Expect(Page.GetByText("Đã ghi nhận 2 báo cáo mới")).ToBeVisibleAsync();
        await ChooseAsync(Corrected);
        await Assertions.Expect(Page.GetByText("Sẽ ghi nhận 0 báo cáo mới; 2 dòng đã gửi trước")).ToBeVisibleAsync();
        await Send.ClickAsync();
        await Assertions.Expect(Page.GetByText("Đã ghi nhận 0 báo cáo mới; 2 dòng đã gửi trước")).ToBeVisibleAsync();

        await Page.Locator("table.sent").GetByRole(AriaRole.Link).First.ClickAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "Đã gửi" }).ClickAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "Phiếu xác nhận báo cáo" }).ClickAsync();
        await Assertions.Expect(Page.Locator(".receipt")).ToContainTextAsync($"mã {First}");
        Assert.Equal(12, await ReadOnlyCountAsync(First));
        Assert.Equal(10, await ReadOnlyCountAsync(Second));
    }

    private ILocator Send => Page.GetByRole(AriaRole.Button, new() { Name = "3. Xác nhận và gửi" });

    private ILocator Fault(string cell) =>
        Page.Locator("table.faults tbody tr").Filter(new() { Has = Page.GetByRole(AriaRole.Cell, new() { Name = cell, Exact = true }) });

    private Task ChooseAsync(string rows) => Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload
    {
        Name = "bao-cao.csv",
        MimeType = "text/csv",
        Buffer = Encoding.UTF8.GetBytes("unit;unitName;effectiveOn;agencies\n" + rows),
    });

    private async Task<int> ReadOnlyCountAsync(string unit)
    {
        var list = await Silo.Http.GetFromJsonAsync<JsonElement>(new Uri($"units/{unit}/reports", UriKind.Relative));
        return Assert.Single(list.GetProperty("items").EnumerateArray()).GetProperty("counts").GetProperty("agencies").GetInt32();
    }
}
