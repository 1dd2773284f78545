using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Aggregation.Testing.Office;
using Aggregation.Testing.Processes;
using Aggregation.Tests.Browser.Accessibility;
using Aggregation.Tests.Browser.Fixtures;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
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
        await Assertions.Expect(Paper).ToContainTextAsync("0/13 (0,0%) kiện toàn");
        await Assertions.Expect(Paper.Locator(".paper-table tbody tr:not(.paper-total)")).ToHaveCountAsync(13);
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

    [OfficeFact]
    public async Task The_same_document_is_saved_for_a_word_processor()
    {
        await CommitteeReports.SendAsync(Silo, "26");
        // A page fixes its figures at the whole second, which may be the one before the report's.
        var known = (await Silo.Http.GetJsonAsync("units/26/reports")).GetProperty("items")[0].GetProperty("recordedAt").GetString();
        await OpenAsync($"/units/26/print?asOf={CommitteeReports.Day}&knownAt={known}");
        await Page.GetByLabel("Kính gửi").FillAsync("Bộ Công an");
        await Page.GetByLabel("Quyền hạn của người ký").FillAsync("KT. Giám đốc");
        await Assertions.Expect(Paper).ToContainTextAsync("Đã kiện toàn");
        Assert.Empty(await Axe.FindViolationsAsync(Page));

        var download = await Page.RunAndWaitForDownloadAsync(() =>
            Page.GetByRole(AriaRole.Button, new() { Name = "Tải Word" }).ClickAsync());
        var content = await File.ReadAllBytesAsync(await download.PathAsync());

        using (var document = WordprocessingDocument.Open(new MemoryStream(content), isEditable: false))
            Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(fault => fault.Description));
        var text = Encoding.UTF8.GetString(LibreOffice.Save(content, "docx", "txt:Text (encoded):UTF8"));
        foreach (var said in (string[])[
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Kính gửi: Bộ Công an", "Số liệu đến hết ngày 20/02/2017", "KT. GIÁM ĐỐC",
            "Của chính đơn vị", "Đã kiện toàn", "0/9 (0,0%)", "Nơi nhận:", "- Như trên;"])
            Assert.Contains(said, text, StringComparison.OrdinalIgnoreCase);
    }

    private ILocator Paper => Page.Locator(".paper");
}
