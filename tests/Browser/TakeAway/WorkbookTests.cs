using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http.Json;
using System.Threading.Tasks;
using System.Xml.Linq;
using Aggregation.Testing.Office;
using Aggregation.Tests.Browser.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace Aggregation.Tests.Browser.TakeAway;

/// <summary>A table's workbook as another spreadsheet reads it.</summary>
public sealed class WorkbookTests(DashboardFixture fixture) : DashboardTest(fixture)
{
    private static readonly XNamespace Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static readonly XNamespace Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";

    [OfficeFact]
    public async Task Has_days_numbers_and_shares_as_such_a_total_and_nothing_of_who_never_reported()
    {
        await ReportAsync("S24-001", agencies: 15, safe: 10);
        await ReportAsync("S24-002", agencies: 5, safe: 5);
        await OpenAsync("/units/24?indicator=safe-agencies&asOf=" + CommitteeReports.Day);
        var table = Page.Locator("[aria-labelledby=below-title] .data-table");
        var download = await Page.RunAndWaitForDownloadAsync(() =>
            table.GetByRole(AriaRole.Button, new() { Name = "Tải Excel" }).ClickAsync());

        var content = await File.ReadAllBytesAsync(await download.PathAsync());
        var saved = XDocument.Load(new MemoryStream(LibreOffice.Save(content, "xlsx", "fods")));

        var sheet = saved.Descendants(Table + "table").Single();
        Assert.Equal("Cơ quan, đơn vị đạt An toàn về…", sheet.Attribute(Table + "name")?.Value);
        Assert.Contains(
            saved.Descendants(Table + "database-range"),
            range => range.Attribute(Table + "display-filter-buttons") is not null);
        var first = RowOf(sheet, "S24-001");
        Assert.Contains(("float", "10"), first);
        Assert.Contains(("float", "15"), first);
        Assert.Contains(("percentage", "0.667"), first);
        Assert.Contains(("date", CommitteeReports.Day), first);
        var silent = RowOf(sheet, "S24-003");
        Assert.DoesNotContain(silent, cell => cell.Type == "date");
        // What is known of it: how many of its communes have reported, of how many.
        Assert.Equal(2, silent.Count(cell => cell.Type == "float"));
        var total = RowOf(sheet, "Cộng");
        Assert.Contains(("float", "20"), total);
        Assert.Contains(("percentage", "0.75"), total);
    }

    private static (string? Type, string? Value)[] RowOf(XElement sheet, string first) =>
        [.. sheet.Descendants(Table + "table-row").Single(row => row.Elements().First().Value == first).Elements().Select(cell => (
            cell.Attribute(Office + "value-type")?.Value,
            (cell.Attribute(Office + "date-value") ?? cell.Attribute(Office + "value"))?.Value))];

    private async Task ReportAsync(string unit, int agencies, int safe)
    {
        var report = new
        {
            unit,
            idempotencyKey = Guid.NewGuid(),
            effectiveOn = CommitteeReports.Day,
            counts = new Dictionary<string, int> { ["agencies"] = agencies, ["safe-agencies"] = safe },
        };
        using var answer = await Silo.Http.PostAsJsonAsync(new Uri("reports", UriKind.Relative), new { reports = new[] { report } });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
