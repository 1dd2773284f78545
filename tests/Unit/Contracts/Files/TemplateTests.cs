using System;
using System.IO;
using System.Linq;
using System.Text;
using Aggregation.Files.Templates;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Xunit;

namespace Aggregation.Tests.Contracts.Files;

/// <summary>The template as it is handed out.</summary>
public sealed class TemplateTests
{
    [Fact]
    public void Its_workbook_is_valid_and_guides_whoever_fills_it_in()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Books.Template()), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(error => $"{error.Path?.XPath}: {error.Description}"));

        var workbook = document.WorkbookPart!;
        var sheets = workbook.Workbook.Descendants<Sheet>().ToList();
        Assert.Equal(["Số liệu", "Mô hình", "Hướng dẫn", "Danh mục"], sheets.Select(sheet => sheet.Name!.Value!));
        Assert.Equal(SheetStateValues.Hidden, sheets[3].State!.Value);
        var figures = ((WorksheetPart)workbook.GetPartById(sheets[0].Id!)).Worksheet;
        Assert.Equal(PaneStateValues.Frozen, figures.Descendants<Pane>().Single().State!.Value);
        var validations = figures.Descendants<DataValidation>().ToList();
        Assert.Equal(
            SeedArea.Small.Catalogue.Indicators.Count(indicator => indicator.Type == "status"),
            validations.Count(validation => validation.Type! == DataValidationValues.List));
        Assert.Equal(
            8 + 11,
            validations.Count(validation => validation.Type! == DataValidationValues.Whole && validation.Formula1!.Text == "0"));
        var code = Books.CellOf(workbook, "Số liệu", "A3");
        Assert.Equal(("01", 49u), (code.InnerText, workbook.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ElementAt(
            (int)code.StyleIndex!.Value).NumberFormatId!.Value));
    }

    [Fact]
    public void Its_lists_hold_the_states_that_the_reader_knows()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Books.Template()), isEditable: false);
        var entries = Enumerable.Range(2, 3).Select(row => Books.CellOf(document.WorkbookPart!, "Danh mục", $"A{row}").InnerText);

        Assert.Equal(["Chưa kiện toàn", "Đang thống nhất phương án", "Đã kiện toàn"], entries);
    }

    [Fact]
    public void Its_csv_begins_with_a_byte_order_mark_and_names_the_units()
    {
        var template = new ReportTemplate(SeedArea.Small.Catalogue, ReportTemplate.Within(SeedArea.Small.Units, "001"));

        var figures = template.ToFiguresCsv();

        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), figures[..3]);
        Assert.Equal(["Mã đơn vị", "001", "00001", "00004", ""], Encoding.UTF8.GetString(figures[3..])
            .Split("\r\n")
            .Select(line => line.Split(';')[0]));
        Assert.StartsWith(
            "Mã đơn vị;Tên đơn vị;Ngày số liệu;Tên mô hình;Loại mô hình;Số điểm (của chính đơn vị, không gồm cấp dưới);"
                + "Số tổ (của chính đơn vị, không gồm cấp dưới)\r\n",
            Encoding.UTF8.GetString(template.ToModelsCsv()[3..]),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Cơ quan, đơn vị (của chính đơn vị, không gồm cấp dưới)")]
    [InlineData("Agencies (the unit's own, without what lies below)")]
    [InlineData("Cơ quan, đơn vị")]
    [InlineData("Agencies")]
    [InlineData("agencies")]
    public void A_figure_that_adds_up_is_read_under_the_heading_of_any_template(string heading) => Assert.Equal(
        7,
        Books.Read(heading, "00001;;20/02/2017;7").Reports.Single().Report.Counts!["agencies"]);

    [Fact]
    public void Its_headings_say_whose_figures_they_take()
    {
        var headings = Encoding.UTF8.GetString(new ReportTemplate(SeedArea.Small.Catalogue, []).ToFiguresCsv()).Split("\r\n")[0].Split(';');

        Assert.Equal(
            8,
            headings.Count(heading => heading.EndsWith(" (của chính đơn vị, không gồm cấp dưới)", StringComparison.Ordinal)));
        Assert.Equal(11, headings.Count(heading => heading.StartsWith("Số khai cả địa bàn: ", StringComparison.Ordinal)));
    }
}
