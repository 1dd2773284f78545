using System.Threading.Tasks;
using Aggregation.Testing.Processes;
using Aggregation.Tests.Browser.Fixtures;
using Microsoft.Playwright;

namespace Aggregation.Tests.Browser.Map;

public sealed class TileMapTests(DashboardFixture fixture) : DashboardTest(fixture)
{
    [BrowserFact]
    public async Task Arrow_keys_go_from_tile_to_tile_and_Enter_opens_a_province()
    {
        await OpenAsync("/units/VN");
        await Assertions.Expect(Tiles).ToHaveCountAsync(63);
        await Tile("01").FocusAsync();
        await Assertions.Expect(Page.Locator(".map-tip")).ToContainTextAsync("Thành phố Hà Nội");

        await Page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(Tile("26")).ToBeFocusedAsync();
        await Assertions.Expect(Page.Locator(".map-tip")).ToContainTextAsync("Tỉnh Vĩnh Phúc");
        await Assertions.Expect(Page.Locator(".tile-map a[tabindex='0']")).ToHaveCountAsync(1);

        await Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Page.Locator("h1")).ToHaveTextAsync("Tỉnh Vĩnh Phúc");
    }

    [BrowserFact]
    public async Task Hoang_Sa_and_Truong_Sa_are_named_on_their_provinces()
    {
        await OpenAsync("/units/VN");
        await Assertions.Expect(Tile("48")).ToHaveAccessibleNameAsync("Đà Nẵng Hoàng Sa quần đảo");
        await Assertions.Expect(Tile("56")).ToHaveAccessibleNameAsync("Khánh Hòa Trường Sa quần đảo");
    }

    [BrowserFact]
    public async Task A_report_colours_its_tile_and_the_legend_counts_it()
    {
        await OpenAsync("/units/VN?indicator=programme&level=province");
        await BeLiveAsync();
        await Assertions.Expect(Tile("93").Locator(".tone-unreported")).ToBeVisibleAsync();
        using var answer = await Posts.StatusAsync(Silo.Http, "93", "programme", "adopted");
        await Assertions.Expect(Tile("93").Locator(".tone-complete")).ToBeVisibleAsync();
        await Assertions.Expect(Page.Locator(".legend li").Filter(new() { HasText = "Đã ban hành" })).ToContainTextAsync("(1)");
    }

    private ILocator Tiles => Page.Locator(".tile-map a");

    private ILocator Tile(string code) => Page.Locator($".tile-map a[data-code='{code}']");
}
