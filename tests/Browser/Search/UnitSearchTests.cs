using System.Threading.Tasks;
using Aggregation.Tests.Browser.Accessibility;
using Aggregation.Tests.Browser.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace Aggregation.Tests.Browser.Search;

/// <summary>The search for a unit in the header, by keyboard alone.</summary>
public sealed class UnitSearchTests(DashboardFixture fixture) : DashboardTest(fixture)
{
    [BrowserFact]
    public async Task A_unit_is_found_without_accents_from_any_page_and_opened_at_the_same_dates()
    {
        await OpenAsync("/units/04/history?asOf=2017-02-20&indicator=committee");
        await Page.Keyboard.PressAsync("/");
        await Page.Keyboard.TypeAsync("hoa");
        await Assertions.Expect(Found).ToHaveTextAsync(["Tỉnh Hoà BìnhTỉnh", "Tỉnh Thanh HóaTỉnh", "Tỉnh Khánh HòaTỉnh"]);
        await Assertions.Expect(Found.First).ToHaveAttributeAsync("aria-selected", "true");
        Assert.Empty(await Axe.FindViolationsAsync(Page));

        await Page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal(await Found.Nth(1).GetAttributeAsync("id"), await Field.GetAttributeAsync("aria-activedescendant"));
        await Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(Page.Locator("h1")).ToHaveTextAsync("Tỉnh Thanh Hóa");
        Assert.EndsWith("/units/38?asOf=2017-02-20", Page.Url, System.StringComparison.Ordinal);
        await Assertions.Expect(Field).ToHaveValueAsync("");
    }

    [BrowserFact]
    public async Task One_of_many_communes_is_told_by_what_lies_above_it_and_the_list_says_that_there_are_more()
    {
        await OpenAsync("/upload");
        await Field.FillAsync("mo phong");
        await Assertions.Expect(Found).ToHaveCountAsync(20);
        await Assertions.Expect(Status).ToContainTextAsync("Mới hiện 20 đơn vị đầu tiên");

        await Field.FillAsync("06-001-00001");
        await Assertions.Expect(Found).ToHaveTextAsync(["Xã mô phỏng 06-001-00001Xã · Huyện mô phỏng 06-001, Tỉnh Bắc Kạn"]);
        await Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(Field).ToHaveAttributeAsync("aria-expanded", "false");
        await Assertions.Expect(Found).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task Enter_before_the_answer_is_there_opens_what_was_typed()
    {
        await OpenAsync("/units/VN");
        await Field.FillAsync("ca mau");
        await Field.PressAsync("Enter");
        await Assertions.Expect(Page.Locator("h1")).ToHaveTextAsync("Tỉnh Cà Mau");
    }

    private ILocator Field => Page.GetByRole(AriaRole.Combobox, new() { Name = "Tìm đơn vị" });

    private ILocator Found => Page.GetByRole(AriaRole.Option).And(Page.Locator(".found-units *"));

    private ILocator Status => Page.Locator(".unit-search").GetByRole(AriaRole.Status);
}
