using System.Threading.Tasks;
using Aggregation.Tests.Browser.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace Aggregation.Tests.Browser.Print;

public sealed class PrintTests(DashboardFixture fixture) : DashboardTest(fixture)
{
    [BrowserFact]
    public async Task A_report_fixes_both_its_dates_and_says_them_on_the_paper()
    {
        await OpenAsync($"/units/22/print?asOf={CommitteeReports.Day}");
        await Assertions.Expect(Paper).ToBeVisibleAsync();
        Assert.Matches($@"/print\?asOf={CommitteeReports.Day}&knownAt=\d{{4}}-", Page.Url);

        await CommitteeReports.SendAsync(Silo, "S22-001");
        await Page.ReloadAsync();

        await Assertions.Expect(Paper).ToContainTextAsync("Số liệu đến hết ngày 20/02/2017, theo báo cáo nhận đến ");
        await Assertions.Expect(Paper).ToContainTextAsync("0/13 kiện toàn");
        await Assertions.Expect(Paper.Locator(".paper-table tbody tr")).ToHaveCountAsync(13);
    }

    [BrowserFact]
    public async Task What_is_typed_is_kept_and_only_the_paper_is_printed_with_its_mark()
    {
        await OpenAsync("/units/22/print");
        await Page.GetByLabel("Cơ quan ban hành").FillAsync("Công an tỉnh Quảng Ninh");
        await Page.ReloadAsync();
        await Assertions.Expect(Paper.Locator(".paper-agency")).ToHaveTextAsync("Công an tỉnh Quảng Ninh");

        await Page.EmulateMediaAsync(new() { Media = Media.Print });

        foreach (var hidden in (string[])[".shell-header", ".unit-nav", ".date-bar", ".print-form"])
            await Assertions.Expect(Page.Locator(hidden)).ToBeHiddenAsync();
        await Assertions.Expect(Paper.GetByText("SỐ LIỆU MÔ PHỎNG")).ToBeVisibleAsync();
        await Assertions.Expect(Paper.GetByText("Cộng hòa xã hội chủ nghĩa Việt Nam")).ToBeVisibleAsync();
    }

    private ILocator Paper => Page.Locator(".paper");
}
