using System.Threading.Tasks;
using Aggregation.Tests.Browser.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace Aggregation.Tests.Browser.Ways;

/// <summary>What the document is called, and where one gets to from where nothing is.</summary>
public sealed class WaysOnTests(DashboardFixture fixture) : DashboardTest(fixture)
{
    private const string SystemName = "Tổng hợp số liệu phong trào Toàn dân bảo vệ an ninh Tổ quốc";

    [BrowserTheory]
    [InlineData("/units/04", "Tổng quan – Tỉnh Cao Bằng")]
    [InlineData("/units/04/models", "Mô hình – Tỉnh Cao Bằng")]
    [InlineData("/wall?unit=04", "Trình chiếu – Tỉnh Cao Bằng")]
    [InlineData("/upload", "Gửi báo cáo")]
    [InlineData("/sign-in", "Đăng nhập")]
    [InlineData("/nothing", "Không có trang này")]
    public async Task A_document_is_called_by_its_view_its_unit_and_the_system(string path, string title)
    {
        await OpenAsync(path);
        await Assertions.Expect(Page).ToHaveTitleAsync($"{title} – {SystemName}");
    }

    [BrowserTheory]
    [InlineData("/units/nothing", "nothing", "404")]
    [InlineData("/nothing", "Địa chỉ này", "/nothing:0:0")]
    public async Task Where_nothing_is_says_so_and_leads_on(string path, string said, string fault)
    {
        Faults.Expect(fault);
        await OpenAsync(path);
        await Assertions.Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync(said);
        await Main.GetByRole(AriaRole.Link, new() { Name = "Tìm đơn vị" }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Combobox, new() { Name = "Tìm đơn vị" })).ToBeFocusedAsync();
        await Main.GetByRole(AriaRole.Link, new() { Name = "Việt Nam" }).ClickAsync();
        await Assertions.Expect(Page.Locator("h1")).ToHaveTextAsync("Việt Nam");
    }

    private ILocator Main => Page.Locator("main");
}
