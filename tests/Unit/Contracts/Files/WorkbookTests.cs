using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using Aggregation.Files;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Xunit;

namespace Aggregation.Tests.Contracts.Files;

/// <summary>What is right and wrong with cells of a workbook.</summary>
public sealed class WorkbookTests
{
    private const string Figures = "Số liệu";
    private const string Models = "Mô hình";

    // Row 6 of the small template is 00001; the ninth column is the first count.
    private const string Day = "C6";
    private const string Count = "I6";

    [Fact]
    public void A_template_that_nobody_has_filled_in_states_nothing()
    {
        var reading = Books.Read(Books.Template());

        Assert.Equal(FileFaultCode.NothingReported, Assert.Single(reading.Faults).Code);
        Assert.Equal(SeedArea.Small.Units.Count, reading.UnchangedRows);
    }

    [Fact]
    public void Figures_and_models_of_a_unit_and_day_are_one_report()
    {
        var reading = Books.Read(Books.Fill(
            (Figures, Day, 42786), (Figures, Count, 12), (Figures, "D6", "Đã kiện toàn"),
            (Models, "A2", "1"), (Models, "B2", "Phường Phúc Xá"), (Models, "D2", "Móc khóa an toàn"), (Models, "E2", "Tự bảo vệ"),
            (Models, "F2", 2), (Models, "G2", 1)));

        Assert.Empty(reading.Faults);
        var report = Assert.Single(reading.Reports).Report;
        Assert.Equal(("00001", new DateOnly(2017, 2, 20)), (report.Unit, report.EffectiveOn));
        Assert.Equal(12, report.Counts!["residential-areas"]);
        Assert.Equal("consolidated", report.Statuses!["committee"]);
        Assert.Equal(
            ("Móc khóa an toàn", "self-protection", 2, 1),
            (report.Models![0].Name, report.Models[0].Kinds[0], report.Models[0].Sites, report.Models[0].Groups));
        Assert.Equal(new CellPlace(Models, 2, 6), reading.Reports[0].PlaceOf("/models/0/sites"));
        Assert.Equal(new CellPlace(Figures, 6, 9), reading.Reports[0].PlaceOf("/counts/residential-areas"));
        Assert.Equal(new CellPlace(Figures, 6, 0), reading.Reports[0].PlaceOf("/nothing"));
    }

    [Fact]
    public void A_model_without_a_day_of_its_own_or_one_of_its_unit_is_refused()
    {
        var fault = Assert.Single(Books.Read(Books.Fill((Models, "A2", "00001"), (Models, "D2", "Đèn"), (Models, "F2", 2))).Faults);

        Assert.Equal((Models, "C2", FileFaultCode.MissingDay), (fault.Place.Sheet, fault.Place.Cell, fault.Code));
    }

    [Theory]
    [InlineData("20/02/2017", null)]
    [InlineData("2017-02-20", null)]
    [InlineData("02/20/2017", FileFaultCode.NotADay)]
    public void Days_may_be_text(string day, string? code) =>
        Assert.Equal(code, Books.Read(Books.Fill((Figures, Day, day), (Figures, Count, 1))).Faults.SingleOrDefault()?.Code);

    [Theory]
    [InlineData(12.5, FileFaultCode.NotWhole)]
    [InlineData(1.234, FileFaultCode.NotWhole)]
    [InlineData(-1.0, FileFaultCode.OutOfRange)]
    [InlineData(1e12, FileFaultCode.OutOfRange)]
    [InlineData(2.9999999999999996, null)]
    [InlineData(1234.0, null)]
    public void A_stored_number_is_what_the_sheet_shows(double number, string? code) =>
        Assert.Equal(code, Books.Read(Books.Fill((Figures, Day, 42786), (Figures, Count, number))).Faults.SingleOrDefault()?.Code);

    [Fact]
    public void A_number_that_was_made_a_day_and_a_day_that_was_made_a_number_are_refused()
    {
        var content = Books.Change(Books.Fill((Figures, Count, 42786), (Figures, Day, 42786)), workbook =>
        {
            Books.CellOf(workbook, Figures, Count).StyleIndex = 3;
            Books.CellOf(workbook, Figures, Day).StyleIndex = 0;
        });

        Assert.Equal([("C6", FileFaultCode.NotADay), ("I6", FileFaultCode.DayNotNumber)], Books.Read(content).Faults
            .Select(fault => (fault.Place.Cell!, fault.Code))
            .Order());
    }

    [Fact]
    public void The_stored_value_of_a_formula_is_taken_and_an_error_or_no_value_refused()
    {
        var content = Books.Change(Books.Fill((Figures, Day, 42786), (Figures, Count, 7)), workbook =>
        {
            Books.CellOf(workbook, Figures, Count).InsertAt(new CellFormula("SUM(3,4)"), 0);
            var error = Books.CellOf(workbook, Figures, "K6");
            (error.DataType, error.CellFormula, error.CellValue) = (CellValues.Error, new CellFormula("Z99"), new CellValue("#REF!"));
            Books.CellOf(workbook, Figures, "M6").CellFormula = new CellFormula("1+1");
        });

        var reading = Books.Read(content);

        Assert.Equal(7, reading.Reports.Single().Report.Counts!["residential-areas"]);
        Assert.False(reading.Reports.Single().IsWhole);
        Assert.Equal(
            [("K6", FileFaultCode.ErrorCell), ("M6", FileFaultCode.NoStoredValue)],
            reading.Faults.Select(fault => (fault.Place.Cell!, fault.Code)));
        Assert.Contains("#REF!", reading.Faults[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_calendar_of_1904_is_known()
    {
        var content = Books.Change(
            Books.Fill((Figures, Day, 42786 - 1462), (Figures, Count, 7)),
            workbook => workbook.Workbook.WorkbookProperties = new WorkbookProperties { Date1904 = true });

        Assert.Equal(new DateOnly(2017, 2, 20), Books.Read(content).Reports.Single().Report.EffectiveOn);
    }

    [Fact]
    public void Shared_and_formatted_texts_are_read()
    {
        var content = Books.Change(Books.Fill((Figures, Day, 42786)), workbook =>
        {
            workbook.AddNewPart<SharedStringTablePart>().SharedStringTable =
                new SharedStringTable(new SharedStringItem(new Run(new Text("Đã ")), new Run(new Text("kiện toàn"))));
            var cell = Books.CellOf(workbook, Figures, "D6");
            (cell.DataType, cell.CellValue) = (CellValues.SharedString, new CellValue("0"));
        });

        Assert.Equal("consolidated", Books.Read(content).Reports.Single().Report.Statuses!["committee"]);
    }

    [Fact]
    public void A_sheet_that_is_neither_data_nor_of_the_template_is_refused()
    {
        var content = Books.Change(Books.Fill((Figures, Day, 42786), (Figures, Count, 1)), workbook =>
        {
            var part = workbook.AddNewPart<WorksheetPart>();
            part.Worksheet = new Worksheet(new SheetData());
            workbook.Workbook.Sheets!.Append(new Sheet { Name = "Nháp", SheetId = 9, Id = workbook.GetIdOfPart(part) });
            Books.Set(Books.CellOf(workbook, "Nháp", "B3"), "tính thử");
        });

        var fault = Assert.Single(Books.Read(content).Faults);
        Assert.Equal(("Nháp", FileFaultCode.NoHeader, 3), (fault.Place.Sheet, fault.Code, fault.Place.Row));
    }

    [Fact]
    public void An_old_workbook_a_damaged_one_and_another_archive_are_refused()
    {
        Assert.Equal(FileFaultCode.OldWorkbook, Books.Read([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).Faults.Single().Code);
        Assert.Equal(FileFaultCode.UnreadableWorkbook, Books.Read(Books.Template()[..2000]).Faults.Single().Code);
        Assert.Equal(FileFaultCode.UnreadableWorkbook, Books.Read(Archive("readme.txt", 10)).Faults.Single().Code);
    }

    [Theory]
    [InlineData("a1")]
    [InlineData("")]
    [InlineData("XFE2")]
    [InlineData("AAAA1")]
    [InlineData("B1")]
    public void A_cell_that_is_nowhere_or_stands_twice_makes_a_damaged_workbook(string reference)
    {
        var content = Books.Change(Books.Template(), workbook => Books.CellOf(workbook, "Số liệu", "C1").CellReference = reference);

        Assert.Equal(FileFaultCode.UnreadableWorkbook, Assert.Single(Books.Read(content).Faults).Code);
    }

    [Fact]
    public void An_archive_that_unpacks_to_too_much_is_refused_unread()
    {
        var bomb = Archive("xl/workbook.xml", FileLimits.MaxUnpackedBytes + 1);

        Assert.InRange(bomb.Length, 1, FileLimits.MaxBytes);
        Assert.Equal(FileFaultCode.TooManyUnpackedBytes, Books.Read(bomb).Faults.Single().Code);
    }

    [Fact]
    public void However_a_workbook_is_damaged_it_is_read_or_refused()
    {
        var whole = Books.Fill((Figures, Day, 42786), (Figures, Count, 12));
        var random = new Random(5);
        var refused = 0;
        for (var round = 0; round < 300; round++)
        {
            var damaged = whole.ToArray();
            for (var hit = random.Next(1, 6); hit > 0; hit--)
                damaged[random.Next(4, damaged.Length)] = (byte)random.Next(256);
            refused += Books.Read(damaged).Faults.Count > 0 ? 1 : 0;
        }

        Assert.InRange(refused, 1, 300);
    }

    private static byte[] Archive(string name, int length)
    {
        var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create))
        using (var entry = archive.CreateEntry(name).Open())
        {
            var zeros = new byte[64 * 1024];
            for (var written = 0; written < length; written += zeros.Length)
                entry.Write(zeros, 0, Math.Min(zeros.Length, length - written));
        }

        return stream.ToArray();
    }
}
