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

    [BrowserFact]
    public async Task At_both_ends_of_a_wide_table_names_headings_and_totals_stay_and_a_mark_shows_where_there_is_more()
    {
        await Page.SetViewportSizeAsync(1366, 768);
        await OpenAsync("/units/VN");
        var frame = Table.Locator(".scroll-frame");
        await Assertions.Expect(frame).ToHaveClassAsync("scroll-frame more-right");
        Assert.True(await frame.EvaluateAsync<double>("frame => frame.clientWidth") > 1200);

        await Table.Locator(".scroll").EvaluateAsync("box => box.scrollTo(box.scrollWidth, 300)");
        await Assertions.Expect(frame).ToHaveClassAsync("scroll-frame more-left");
        var covered = await Table.Locator(".scroll").EvaluateAsync<string[]>("""
            (box) => {
                box.scrollIntoView({ block: 'center' });
                const edge = box.getBoundingClientRect();
                const at = (x, y) => document.elementFromPoint(x, y).closest('th, td');
                const [name, figure] = [edge.left + 30, edge.right - 40];
                const [heading, row, total] = [edge.top + 20, edge.top + edge.height / 2, edge.bottom - 15];
                return [at(name, heading), at(name, row), at(name, total), at(figure, heading), at(figure, total)].map((cell) =>
                    `${cell.closest('thead, tbody, tfoot').tagName} ${cell === cell.parentElement.firstElementChild ? 'first' : ''}${cell === cell.parentElement.lastElementChild ? 'last' : ''}`);
            }
            """);
        Assert.Equal(["THEAD first", "TBODY first", "TFOOT first", "THEAD last", "TFOOT last"], covered);
    }

    private ILocator Table => Page.Locator("[aria-labelledby=below-title] .data-table");

    private ILocator Names => Table.Locator("tbody tr.row th");
}
