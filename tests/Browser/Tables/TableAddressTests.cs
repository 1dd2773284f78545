using System.Threading.Tasks;
using Aggregation.Tests.Browser.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace Aggregation.Tests.Browser.Tables;

/// <summary>What is chosen in a table is in the page's address.</summary>
public sealed class TableAddressTests(DashboardFixture fixture) : DashboardTest(fixture)
{
    [BrowserFact]
    public async Task Back_from_a_unit_comes_back_to_the_same_list_and_so_does_whoever_is_sent_the_address()
    {
        await OpenAsync("/units/VN");
        var entries = await Page.EvaluateAsync<int>("history.length");
        var others = Page.Locator("#outstanding .table-count");
        var whole = await others.TextContentAsync();
        await Table.GetByLabel("Tìm theo tên").FillAsync("hoa");
        await Assertions.Expect(Names).ToHaveCountAsync(3);
        await Table.GetByRole(AriaRole.Button, new() { Name = "Đơn vị", Exact = true }).ClickAsync();
        await Table.GetByLabel("Nhóm theo").SelectOptionAsync("Vùng");
        await Table.GetByRole(AriaRole.Combobox, new() { Name = "Vùng", Exact = true }).SelectOptionAsync("Bắc Trung Bộ");
        await Assertions.Expect(Names).ToHaveTextAsync(["Tỉnh Thanh Hóa"]);
        Assert.Equal(entries, await Page.EvaluateAsync<int>("history.length"));
        // The list below it is not searched with it.
        await Assertions.Expect(others).ToHaveTextAsync(whole!);
        var address = Page.Url;

        await Names.GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(Page.Locator("h1")).ToHaveTextAsync("Tỉnh Thanh Hóa");
        Assert.DoesNotContain("below", Page.Url, System.StringComparison.Ordinal);
        await Page.GoBackAsync();
        await BeAsItWasAsync();

        await Page.GotoAsync("about:blank");
        await Page.GotoAsync(address);
        await BeAsItWasAsync();
    }

    [BrowserFact]
    public async Task A_link_begins_at_the_top_and_Back_where_one_was()
    {
        await OpenAsync("/units/VN");
        var models = Page.GetByRole(AriaRole.Link, new() { Name = "Xem các mô hình" });
        await models.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(Page.Locator("h1")).Not.ToBeInViewportAsync();

        await models.ClickAsync();
        await Assertions.Expect(Page.Locator("#kinds-title")).ToBeVisibleAsync();
        await Assertions.Expect(Page.Locator("h1")).ToBeInViewportAsync();
        await Page.GoBackAsync();
        await Assertions.Expect(models).ToBeInViewportAsync();
    }

    private ILocator Table => Page.Locator("[aria-labelledby=below-title] .data-table");

    private ILocator Names => Table.Locator("tbody tr.row th");

    private async Task BeAsItWasAsync()
    {
        await Assertions.Expect(Names).ToHaveTextAsync(["Tỉnh Thanh Hóa"]);
        await Assertions.Expect(Table.GetByLabel("Tìm theo tên")).ToHaveValueAsync("hoa");
        await Assertions.Expect(Table.Locator("tbody .subtotal th")).ToHaveTextAsync("Bắc Trung Bộ (1)");
        await Assertions.Expect(Table.GetByRole(AriaRole.Columnheader).First).ToHaveAttributeAsync("aria-sort", "ascending");
    }
}
