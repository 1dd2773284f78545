using System.Threading.Tasks;
using Aggregation.Tests.Browser.Accessibility;
using Aggregation.Tests.Browser.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace Aggregation.Tests.Browser.Units;

public sealed class PhoneTests(DashboardFixture fixture) : DashboardTest(fixture)
{
    private const int Height = 740;
    private const int LongestPage = 4 * Height;

    protected override BrowserNewContextOptions Options { get; } = new()
    {
        Locale = "vi-VN",
        TimezoneId = "Asia/Ho_Chi_Minh",
        ViewportSize = new() { Width = 360, Height = Height },
        ReducedMotion = ReducedMotion.Reduce,
    };

    [BrowserFact]
    public async Task The_nation_is_four_screens_that_begin_with_its_headlines_and_lose_nothing()
    {
        await OpenAsync("/units/VN");
        await Assertions.Expect(Page.Locator(".headline")).ToHaveCountAsync(4);
        await Assertions.Expect(Page.Locator(".shade-list li").First).ToBeVisibleAsync();
        Assert.True(await Page.Locator(".headline").Last.EvaluateAsync<double>("card => card.getBoundingClientRect().bottom") <= Height);
        Assert.InRange(await Page.EvaluateAsync<int>("document.documentElement.scrollHeight"), Height, LongestPage);
        Assert.Equal(360, await Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(await Axe.FindViolationsAsync(Page));

        await Page.Locator(".headline summary").First.ClickAsync();
        await Assertions.Expect(Page.Locator(".headline .changes")).ToContainTextAsync("so với hôm qua");
        await Page.GetByRole(AriaRole.Heading, new() { Name = "Các tỉnh, thành phố" }).ClickAsync();
        await Assertions.Expect(Page.Locator("[aria-labelledby=below-title] tbody tr")).ToHaveCountAsync(63);
        Assert.Empty(await Axe.FindViolationsAsync(Page));
    }

    [BrowserFact]
    public async Task Each_level_has_its_figures_in_the_width_and_the_map_is_a_list()
    {
        await OpenAsync("/units/VN");
        var blocks = Page.Locator("table.matrix");
        await Assertions.Expect(blocks.Locator("caption")).ToHaveTextAsync(["Cấp tỉnh", "Cấp huyện", "Cấp xã"]);
        Assert.True(await blocks.EvaluateAllAsync<bool>("all => all.every(one => one.getBoundingClientRect().right <= 360)"));

        await blocks.First.GetByRole(AriaRole.Button).Nth(1).ClickAsync();
        await Assertions.Expect(Page.Locator(".tile-map figcaption")).ToContainTextAsync("Chương trình phối hợp");
        await Assertions.Expect(Page.Locator(".map-area")).ToHaveCountAsync(0);
        await Page.Locator(".shade-list summary").Last.ClickAsync();
        await Page.Locator(".shade-list").GetByRole(AriaRole.Link, new() { Name = "Cà Mau" }).ClickAsync();
        await Assertions.Expect(Page.Locator("h1")).ToHaveTextAsync("Tỉnh Cà Mau");
    }

    [BrowserFact]
    public async Task Who_wants_all_that_are_left_is_led_to_their_list_opened()
    {
        await OpenAsync("/units/VN");
        await Page.Locator(".headline summary").First.ClickAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "tất cả" }).ClickAsync();
        await Assertions.Expect(Page.Locator("#outstanding tbody tr").First).ToBeInViewportAsync();
    }

    [BrowserFact]
    public async Task The_header_s_tools_are_in_a_menu()
    {
        await OpenAsync("/units/VN");
        var language = Page.Locator("header").GetByRole(AriaRole.Button);
        await Assertions.Expect(language).ToBeHiddenAsync();
        await Page.Locator("header summary").ClickAsync();
        await language.ClickAsync();
        await Assertions.Expect(Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
    }
}
