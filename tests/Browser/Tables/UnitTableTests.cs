using System;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Tests.Browser.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace Aggregation.Tests.Browser.Tables;

public sealed class UnitTableTests(DashboardFixture fixture) : DashboardTest(fixture)
{
    [BrowserFact]
    public async Task Names_are_found_without_accents_and_rows_are_ordered_by_their_headers()
    {
        await OpenAsync("/units/VN");
        await Table.GetByLabel("Tìm theo tên").FillAsync("hoa");
        await Assertions.Expect(Names).ToHaveTextAsync(["Tỉnh Hoà Bình", "Tỉnh Thanh Hóa", "Tỉnh Khánh Hòa"]);

        await Table.GetByRole(AriaRole.Button, new() { Name = "Đơn vị", Exact = true }).ClickAsync();
        await Assertions.Expect(Names).ToHaveTextAsync(["Tỉnh Hoà Bình", "Tỉnh Khánh Hòa", "Tỉnh Thanh Hóa"]);
        await Assertions.Expect(Table.GetByRole(AriaRole.Columnheader).First).ToHaveAttributeAsync("aria-sort", "ascending");
    }

    [BrowserFact]
    public async Task Regions_have_sub_totals_in_which_distinct_models_do_not_add_up()
    {
        await OpenAsync("/units/VN");
        await Table.GetByLabel("Nhóm theo").SelectOptionAsync("Vùng");
        var region = Table.Locator("tbody .subtotal").Filter(new() { HasText = "Tây Nguyên" });
        await Assertions.Expect(region.Locator("th")).ToHaveTextAsync("Tây Nguyên (5)");
        var columns = (await Table.Locator("thead th").AllInnerTextsAsync()).ToList();
        var distinct = columns.FindIndex(text => text.StartsWith("Mô hình", StringComparison.Ordinal));
        Assert.InRange(distinct, 1, columns.Count - 2);
        await Assertions.Expect(region.Locator("th, td").Nth(distinct)).ToBeEmptyAsync();
        await Assertions.Expect(region.Locator("th, td").Nth(distinct + 1)).Not.ToBeEmptyAsync();
    }

    [BrowserFact]
    public async Task The_579_communes_of_Ha_Noi_are_one_table_of_which_the_screen_holds_a_part()
    {
        await OpenAsync("/units/01?list=commune");
        await Assertions.Expect(Table.Locator(".table-count")).ToHaveTextAsync("579/579 đơn vị");
        Assert.InRange(await Names.CountAsync(), 10, 120);
        await Table.Locator(".scroll").EvaluateAsync("element => element.scrollTo(0, element.scrollHeight)");
        await Assertions.Expect(Table.Locator("tbody tr[aria-rowindex='580']")).ToBeVisibleAsync();
    }

    private ILocator Table => Page.Locator("[aria-labelledby=below-title] .data-table");

    private ILocator Names => Table.Locator("tbody tr.row th");
}
