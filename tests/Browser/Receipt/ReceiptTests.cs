using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Aggregation.Tests.Browser.Accessibility;
using Aggregation.Tests.Browser.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace Aggregation.Tests.Browser.Receipt;

public sealed class ReceiptTests(DashboardFixture fixture) : DashboardTest(fixture)
{
    private const string Commune = "S17-002-00002";

    [BrowserFact]
    public async Task Of_a_file_that_was_sent_a_receipt_says_what_the_ledger_holds_and_is_all_that_is_printed()
    {
        await OpenAsync("/sign-in?from=/upload");
        await ReporterKeys.SignInAsync(Page, await ReporterKeys.MakeAsync(Silo, "17"));
        await Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "bao-cao.csv",
            MimeType = "text/csv",
            Buffer = Encoding.UTF8.GetBytes($"unit;unitName;effectiveOn;agencies;safe-unit\n{Commune};;20/02/2017;900;recognised\n"),
        });
        await Page.GetByRole(AriaRole.Button, new() { Name = "3. Xác nhận và gửi" }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Lập phiếu xác nhận" }).ClickAsync();

        await Assertions.Expect(Receipt).ToContainTextAsync($"mã {Commune}");
        await Assertions.Expect(Fact("Số thứ tự trong sổ cái của đơn vị")).ToHaveTextAsync("1");
        await Assertions.Expect(Fact("Ngày số liệu")).ToHaveTextAsync("20/02/2017");
        Assert.Matches(@"^\d\d:\d\d:\d\d \d\d/\d\d/\d{4}$", await Fact("Ghi nhận lúc").TextContentAsync());
        await Assertions.Expect(Fact("Khóa truy cập đã gửi")).Not.ToBeEmptyAsync();
        await Assertions.Expect(Fact("Khóa chống trùng")).Not.ToBeEmptyAsync();
        await Assertions.Expect(Fact("Cơ quan, đơn vị")).ToHaveTextAsync("900");
        await Assertions.Expect(Fact("đạt An toàn")).ToHaveTextAsync("Đã được công nhận");
        Assert.Empty(await Axe.FindViolationsAsync(Page));

        await Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(Fact("Cơ quan, đơn vị")).ToBeVisibleAsync();
        await Assertions.Expect(Receipt.GetByText("SỐ LIỆU MÔ PHỎNG")).ToBeVisibleAsync();
        foreach (var hidden in (string[])[".shell-header", "h1", ".upload", ".receipt button"])
            await Assertions.Expect(Page.Locator(hidden).First).ToBeHiddenAsync();
        Assert.Equal(1, PagesOf(await Page.PdfAsync(new() { PreferCSSPageSize = true })));
    }

    private ILocator Receipt => Page.Locator(".receipt");

    private ILocator Fact(string name) =>
        Receipt.Locator("dl > div").Filter(new() { Has = Page.Locator("dt", new() { HasText = name }) }).First.Locator("dd");

    private static int PagesOf(byte[] pdf) => Regex.Count(Encoding.Latin1.GetString(pdf), @"/Type\s*/Page\b");
}
