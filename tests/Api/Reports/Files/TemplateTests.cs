using System;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading.Tasks;
using Aggregation.Tests.Writing;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Xunit;

namespace Aggregation.Tests.Reports;

/// <summary><c>GET /units/{code}/template</c>.</summary>
public sealed class TemplateTests(WritingSilo silo) : IClassFixture<WritingSilo>
{
    [Fact]
    public async Task The_template_of_a_unit_has_a_row_for_each_unit_within_it_and_is_taken_as_a_file_of_reports()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/units/{WritingSilo.District}/template");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", WritingSilo.AdminText);
        using var answer = await silo.Client.SendAsync(request);
        var workbook = await answer.Content.ReadAsByteArrayAsync();

        var sent = await silo.PostAsync("/reports/file?dryRun=true", workbook, type: "application/octet-stream");

        var communes = silo.Edition.Units.Count(unit => string.Equals(unit.Parent, WritingSilo.District, StringComparison.Ordinal));
        Assert.Equal($"aggregation-{WritingSilo.District}.xlsx", answer.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal(1 + 1 + communes, RowsOf(workbook));
        // Nobody has filled it in.
        Assert.Equal("nothing-reported", Assert.Single(sent.IsProblem(422, "file-refused").Errors).Code);
    }

    private static int RowsOf(byte[] workbook)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), isEditable: false);
        var figures = document.WorkbookPart!.Workbook.Descendants<Sheet>().First();
        return ((WorksheetPart)document.WorkbookPart.GetPartById(figures.Id!)).Worksheet.Descendants<Row>().Count();
    }
}
