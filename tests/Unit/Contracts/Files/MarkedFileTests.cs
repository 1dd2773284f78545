using System;
using System.IO;
using System.Linq;
using System.Text;
using Aggregation.Files.Marking;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Xunit;

namespace Aggregation.Tests.Contracts.Files;

/// <summary>Copies in which the faults are marked.</summary>
public sealed class MarkedFileTests
{
    private static readonly byte[] Faulty = Books.Fill(
        ("Số liệu", "C6", 42786),
        ("Số liệu", "I6", "1.234"),
        ("Số liệu", "I7", 5),
        ("Mô hình", "A2", "00004"),
        ("Mô hình", "D2", "Đèn"));

    [Fact]
    public void A_workbook_has_colour_and_a_comment_on_each_cell_and_a_list()
    {
        var faults = Books.Read(Faulty).Faults;

        var copy = MarkedFile.Mark(Faulty, faults, Books.English)!;

        using var document = SpreadsheetDocument.Open(new MemoryStream(copy), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        var workbook = document.WorkbookPart!;
        var comments = workbook.WorksheetParts.Where(part => part.WorksheetCommentsPart is not null)
            .SelectMany(part => part.WorksheetCommentsPart!.Comments.Descendants<Comment>())
            .Select(comment => comment.Reference!.Value!);
        Assert.Equal(faults.Select(fault => fault.Place.Cell).Order(), comments.Order());
        var styles = workbook.WorkbookStylesPart!.Stylesheet;
        var marked = styles.CellFormats!.Elements<CellFormat>().ElementAt((int)Books.CellOf(workbook, "Số liệu", "I6").StyleIndex!.Value);
        Assert.Contains("FFC7CE", styles.Fills!.Elements<Fill>().ElementAt((int)marked.FillId!.Value).InnerXml, StringComparison.Ordinal);
        Assert.Equal(
            faults.Select(fault => fault.Place.Cell),
            Enumerable.Range(2, faults.Count).Select(row => Books.CellOf(workbook, "Faults", $"B{row}").InnerText));
    }

    [Fact]
    public void A_marked_workbook_has_the_same_faults_and_corrected_it_is_right()
    {
        var faults = Books.Read(Faulty).Faults;
        var copy = MarkedFile.Mark(Faulty, faults, Books.English)!;

        var again = Books.Read(copy).Faults;
        var twice = MarkedFile.Mark(copy, again, Books.English)!;
        var corrected = Books.Fill(twice, [("Số liệu", "I6", 1234), ("Số liệu", "C7", 42786), ("Mô hình", "F2", 1)]);

        Assert.Equal(faults, again);
        Assert.Empty(Books.Read(corrected).Faults);
    }

    [Theory]
    [InlineData(';')]
    [InlineData(',')]
    public void Csv_has_a_column_more_which_the_reader_passes_over(char separator)
    {
        var csv = Encoding.UTF8.GetBytes((Books.Header
            + "agencies;lạ\n00001;Phường Phúc Xá;20/02/2017;x;\n00004;Phường Trúc Bạch;20/02/2017;5;\n").Replace(';', separator));
        var faults = Books.Read(csv).Faults;

        var copy = MarkedFile.Mark(csv, faults, Books.English)!;
        var lines = Encoding.UTF8.GetString(copy).TrimEnd().Split('\n');

        Assert.EndsWith("Faults", lines[0].TrimEnd(), StringComparison.Ordinal);
        Assert.Contains("E1: ", lines[1], StringComparison.Ordinal);
        Assert.Contains("D2: ", lines[1], StringComparison.Ordinal);
        Assert.DoesNotContain(": ", lines[2], StringComparison.Ordinal);
        Assert.Equal(faults, Books.Read(copy).Faults);
        Assert.Equal(copy, MarkedFile.Mark(copy, faults, Books.English));
    }

    [Fact]
    public void What_cannot_be_read_cannot_be_marked()
    {
        var bytes = new byte[] { 0xd0, 0xcf, 0x11, 0xe0 };

        Assert.Null(MarkedFile.Mark(bytes, Books.Read(bytes).Faults, Books.English));
        Assert.Null(MarkedFile.Mark(Books.Template().AsMemory(0, 500), [], Books.English));
        Assert.Null(MarkedFile.Mark(new byte[] { 0xff, 0x20 }, [], Books.English));
    }
}
