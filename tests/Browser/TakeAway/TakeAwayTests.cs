using System;
using System.Buffers.Binary;
using System.IO;
using System.IO.Compression;
using System.Text;
using System.Threading.Tasks;
using Aggregation.Tests.Browser.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace Aggregation.Tests.Browser.TakeAway;

/// <summary>What a history's page gives to take away: a table as CSV and as a workbook, a chart as a picture.</summary>
public sealed class TakeAwayTests(DashboardFixture fixture) : DashboardTest(fixture)
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await OpenAsync($"/units/20/history?from={CommitteeReports.Day}&to={CommitteeReports.DayAfter}&asOf={CommitteeReports.DayAfter}");
        await Assertions.Expect(Page.Locator(".chart canvas")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task A_csv_file_says_of_when_it_is_that_it_is_simulated_and_in_what_encoding()
    {
        var (name, content) = await TakeAsync("Tải CSV");
        Assert.Equal("tinh-lang-son-dien-bien-kien-toan-cap-huyen.csv", name);
        var lines = Encoding.UTF8.GetString(content).Split("\r\n");
        Assert.Equal(
            [
                "\uFEFFNgày;Kiện toàn – Cấp huyện;Tổng số đơn vị;Tỷ lệ",
                "2017-02-20;0;11;\"0,0%\"",
                "2017-02-21;0;11;\"0,0%\"",
                "",
                "Tỉnh Lạng Sơn – Diễn biến: Kiện toàn – Cấp huyện",
                "\"Số liệu đến hết ngày 21/02/2017, theo các báo cáo đã có đến lúc này\"",
            ],
            lines[..6]);
        Assert.StartsWith("Tệp lập lúc ", lines[6], StringComparison.Ordinal);
        Assert.Equal(["SỐ LIỆU MÔ PHỎNG – không phải số liệu thật", ""], lines[7..]);
    }

    [BrowserFact]
    public async Task A_workbook_is_made_in_the_page()
    {
        var (name, content) = await TakeAsync("Tải Excel");
        Assert.Equal("tinh-lang-son-dien-bien-kien-toan-cap-huyen.xlsx", name);
        using var workbook = new ZipArchive(new MemoryStream(content));
        using var sheet = new StreamReader(workbook.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        Assert.Contains("<v>11</v>", await sheet.ReadToEndAsync());
    }

    [BrowserFact]
    public async Task A_chart_is_a_picture_taller_than_what_is_on_the_page_by_its_caption()
    {
        var canvas = await Page.Locator(".chart canvas").EvaluateAsync<int>("canvas => canvas.height");
        var (name, content) = await TakeAsync("Tải ảnh (PNG)");
        Assert.Equal("tinh-lang-son-dien-bien-kien-toan-cap-huyen.png", name);
        Assert.Equal("PNG", Encoding.ASCII.GetString(content, 1, 3));
        Assert.True(HeightOf(content) > canvas + 100);
    }

    private async Task<(string Name, byte[] Content)> TakeAsync(string button)
    {
        var download = await Page.RunAndWaitForDownloadAsync(() => Page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync());
        return (download.SuggestedFilename, await File.ReadAllBytesAsync(await download.PathAsync()));
    }

    // The header of a PNG: eight bytes of signature, then a chunk that begins with width and height, big end first.
    private static int HeightOf(byte[] png) => BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20));
}
