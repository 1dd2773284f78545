using System.Threading.Tasks;
using Aggregation.Tests.Browser.Accessibility;
using Aggregation.Tests.Browser.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace Aggregation.Tests.Browser.Time;

/// <summary>A date in the order day, month, year in every browser: this one is English, and as narrow as a phone.</summary>
public sealed class DateFieldTests(DashboardFixture fixture) : DashboardTest(fixture)
{
    protected override BrowserNewContextOptions Options { get; } =
        new() { Locale = "en-US", TimezoneId = "America/New_York", ViewportSize = new() { Width = 360, Height = 740 } };

    [BrowserFact]
    public async Task A_day_is_typed_as_people_write_it_and_sent_as_ISO_has_it()
    {
        await OpenDatesAsync("/units/12");
        await Day.FillAsync("1.2.2017");
        await Known.FillAsync("20022017 150005");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Xem số liệu" }).ClickAsync();

        await Assertions.Expect(Page.Locator(".as-of")).ToHaveTextAsync(
            "Số liệu đến hết ngày 01/02/2017, theo báo cáo nhận đến 15:00:05 20/02/2017");
        Assert.EndsWith("?asOf=2017-02-01&knownAt=2017-02-20T08%3A00%3A05Z", Page.Url);
        await Assertions.Expect(Day).ToHaveValueAsync("01/02/2017");
        await Assertions.Expect(Known).ToHaveValueAsync("20/02/2017 15:00:05");
    }

    [BrowserFact]
    public async Task What_is_no_day_is_told_in_a_sentence_and_not_sent()
    {
        await OpenDatesAsync("/units/12");
        await Day.FillAsync("31/2/2017");
        await Day.PressAsync("Enter");

        await Assertions.Expect(Day).ToHaveAccessibleDescriptionAsync(
            "“31/2/2017” không phải là ngày; hãy nhập ngày/tháng/năm, ví dụ 20/02/2017.");
        await Assertions.Expect(Day).ToHaveAttributeAsync("aria-invalid", "true");
        Assert.DoesNotContain("asOf", Page.Url);
    }

    [BrowserFact]
    public async Task A_calendar_is_walked_by_keys_and_gives_the_focus_back()
    {
        await OpenDatesAsync("/units/12?asOf=2017-03-31");
        var open = Page.GetByRole(AriaRole.Button, new() { Name = "Mở lịch: Số liệu đến hết ngày, Thứ Sáu, ngày 31 tháng 3 năm 2017" });
        await open.ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Dialog)).ToBeInViewportAsync(new() { Ratio = 1 });
        await Assertions.Expect(Cell("Thứ Sáu, ngày 31 tháng 3 năm 2017")).ToBeFocusedAsync();
        Assert.Empty(await Axe.FindViolationsAsync(Page));

        foreach (var key in (string[])["PageUp", "Shift+PageUp", "Home", "ArrowUp", "ArrowLeft"])
            await Page.Keyboard.PressAsync(key);
        await Assertions.Expect(Cell("Chủ Nhật, ngày 14 tháng 2 năm 2016")).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(open).ToBeFocusedAsync();
        await Assertions.Expect(Day).ToHaveValueAsync("31/03/2017");

        await Page.Keyboard.PressAsync("Enter");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Tháng trước" }).ClickAsync();
        await Cell("Thứ Hai, ngày 20 tháng 2 năm 2017").ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Assertions.Expect(Day).ToHaveValueAsync("20/02/2017");
    }

    private ILocator Day => Page.GetByRole(AriaRole.Textbox, new() { Name = "Số liệu đến hết ngày" });

    private ILocator Known => Page.GetByRole(AriaRole.Textbox, new() { Name = "Theo báo cáo nhận đến (giờ Việt Nam)" });

    private ILocator Cell(string name) => Page.GetByRole(AriaRole.Gridcell, new() { Name = name, Exact = true });

    private async Task OpenDatesAsync(string path)
    {
        await OpenAsync(path);
        if (!await Day.IsVisibleAsync())
            await Page.GetByText("Thời điểm của số liệu").ClickAsync();
    }
}
