using System;
using System.Globalization;
using System.Linq;
using System.Text;
using Aggregation.Files;
using Xunit;

namespace Aggregation.Tests.Contracts.Files;

/// <summary>What is wrong with a file of text, and where.</summary>
public sealed class CsvFaultTests
{
    [Theory]
    [InlineData("agencies", "00001;Phường Phúc Xá;20/02/2017;1.234", "D2", "ambiguous-number")]
    [InlineData("agencies", "00001;Phường Phúc Xá;20/02/2017;1,234", "D2", "ambiguous-number")]
    [InlineData("agencies", "00001;Phường Phúc Xá;20/02/2017;12,5", "D2", "not-whole")]
    [InlineData("agencies", "00001;Phường Phúc Xá;20/02/2017;12.0", "D2", "not-whole")]
    [InlineData("agencies", "00001;Phường Phúc Xá;20/02/2017;nhiều", "D2", "not-whole")]
    [InlineData("agencies", "00001;Phường Phúc Xá;20/02/2017;-3", "D2", "out-of-range")]
    [InlineData("agencies", "00001;Phường Phúc Xá;20/02/2017;1000000001", "D2", "out-of-range")]
    [InlineData("agencies", "00001;Phường Phúc Xá;20/02/2017;99999999999999999999", "D2", "out-of-range")]
    [InlineData("agencies", "00001;Phường Phúc Xá;;5", "C2", "missing-day")]
    [InlineData("agencies", "00001;Phường Phúc Xá;30/02/2017;5", "C2", "not-a-day")]
    [InlineData("agencies", "00001;Phường Phúc Xá;2017/02/20;5", "C2", "not-a-day")]
    [InlineData("agencies", "00001;Phường Phúc Xá;31/12/1999;5", "C2", "too-early")]
    [InlineData("agencies", "00001;Phường Phúc Xá;2026-11-23;5", "C2", "in-the-future")]
    [InlineData("agencies", ";Phường Phúc Xá;20/02/2017;5", "A2", "missing-code")]
    [InlineData("agencies", ";Tổng cộng;;5", "A2", "missing-code")]
    [InlineData("agencies", "99999;Xã Không Có;20/02/2017;5", "A2", "unknown-unit")]
    [InlineData("agencies", "4;;20/02/2017;5", "A2", "unknown-unit")]
    [InlineData("agencies", "00001;Phường Trúc Bạch;20/02/2017;5", "B2", "wrong-name")]
    [InlineData("agencies", "00001;Phường Phúc Xạ;20/02/2017;5", "B2", "wrong-name")]
    [InlineData("agencies", "00001;Ph­êng Phóc X¸;20/02/2017;5", "B2", "legacy-encoding")]
    [InlineData("committee", "00001;Phường Phúc Xá;20/02/2017;có lẽ", "D2", "unknown-state")]
    [InlineData("note", "00001;Phường Phúc Xá;20/02/2017;chỉ ghi chú", "D2", "note-without-figure")]
    [InlineData("agencies", "00001;Phường Phúc Xá;20/02/2017;5;thừa", "E2", "cell-without-column")]
    [InlineData("agencies;nonsense", "00001;Phường Phúc Xá;20/02/2017;5;6", "E1", "unknown-column")]
    [InlineData("agencies;Cơ quan, đơn vị", "00001;Phường Phúc Xá;20/02/2017;5;6", "E1", "column-twice")]
    [InlineData("agencies;note", "00001;Phường Phúc Xá;20/02/2017;5;a\uFFFEb", "E2", "forbidden-character")]
    [InlineData("agencies", "00001;Phường\uFFFE Phúc Xá;20/02/2017;5", "B2", "wrong-name")]
    [InlineData("agencies", "00001\uFFFE;Phường Phúc Xá;20/02/2017;5", "A2", "unknown-unit")]
    [InlineData("committee", "00001;Phường Phúc Xá;20/02/2017;\uFFFE", "D2", "unknown-state")]
    [InlineData("agencies;\uFFFE", "00001;Phường Phúc Xá;20/02/2017;5;6", "E1", "unknown-column")]
    [InlineData("name;sites;kinds", "00001;Phường Phúc Xá;20/02/2017;Đèn\uFFFE;1;other", "D2", "forbidden-character")]
    [InlineData("sites;agencies", "00001;Phường Phúc Xá;20/02/2017;5;6", "D1", "unknown-column")]
    [InlineData("name;sites;kinds", "00001;Phường Phúc Xá;20/02/2017;Đèn;1;lạ", "F2", "unknown-kind")]
    [InlineData("name;sites;kinds", "00001;Phường Phúc Xá;20/02/2017;Đèn;1;Khác, other", "F2", "kind-twice")]
    [InlineData("name;sites;kinds", "00001;Phường Phúc Xá;20/02/2017;;1;Khác", "D2", "missing-model-name")]
    [InlineData("name;sites;kinds", "00001;Phường Phúc Xá;20/02/2017;Đèn;;Khác", "E2", "missing-sites")]
    [InlineData("name;sites;kinds", "00001;Phường Phúc Xá;;Đèn;1;Khác", "C2", "missing-day")]
    public void One_fault_is_told_once_with_its_cell(string columns, string line, string cell, string code)
    {
        var fault = Assert.Single(Books.Read(columns, line).Faults);

        Assert.Equal((cell, code), (fault.Place.Cell, fault.Code));
        Assert.Null(fault.Place.Sheet);
        Assert.EndsWith(".", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("{", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mã đơn vị;Tên đơn vị;agencies\n00001;Phường Phúc Xá;5", "missing-column", 1)]
    [InlineData("Mã đơn vị;Tên mô hình\n00001;Đèn", "missing-column", 1)]
    [InlineData("một;hai\n1;2", "no-header", 1)]
    [InlineData("", "nothing-reported", 0)]
    [InlineData(Books.Header + "agencies\n00001;Phường Phúc Xá;;\n", "nothing-reported", 0)]
    [InlineData(Books.Header + "agencies;note\n00001;Phường Phúc Xá;20/02/2017;5;\"mở\n00004;;20/02/2017;5;\n", "broken-quotes", 2)]
    public void A_fault_of_a_row_or_of_the_file_is_told_with_what_place_it_has(string csv, string code, int row)
    {
        var fault = Assert.Single(Books.Read(csv).Faults);

        Assert.Equal((code, row, (string?)null), (fault.Code, fault.Place.Row, fault.Place.Cell));
    }

    [Fact]
    public void The_same_unit_and_day_twice_is_refused_and_another_day_is_not()
    {
        var reading = Books.Read("agencies", "00001;;20/02/2017;5", "00001;;21/02/2017;6", "00001;;2017-02-20;7");

        Assert.Equal(("A4", "row-twice"), (Assert.Single(reading.Faults).Place.Cell, reading.Faults[0].Code));
    }

    [Fact]
    public void Every_fault_of_a_file_is_found_in_one_pass()
    {
        string[] bad = ["1.234", "x", "-1", "12,5", "2000000000"];
        var lines = Enumerable.Range(0, 500)
            .Select(row => string.Create(CultureInfo.InvariantCulture, $"00001;;2017-01-01;{bad[row % bad.Length]}"))
            .ToArray();

        var reading = Books.Read("agencies", [.. lines.Select((line, row) => line.Replace(
            "2017-01-01",
            $"{new DateOnly(2010, 1, 1).AddDays(row):yyyy-MM-dd}",
            StringComparison.Ordinal))]);

        Assert.Equal(Enumerable.Range(2, 500), reading.Faults.Select(fault => fault.Place.Row));
        Assert.Equal(["ambiguous-number", "not-whole", "out-of-range"], reading.Faults.Select(fault => fault.Code).Distinct());
    }

    [Fact]
    public void Too_many_rows_cells_columns_or_bytes_are_one_fault_each()
    {
        Assert.Equal(
            FileFaultCode.TooManyRows,
            Books.Read(Books.Header + string.Concat(Enumerable.Repeat("\n1", FileLimits.MaxRows))).Faults.Single().Code);
        Assert.Equal(
            FileFaultCode.TooManyColumns,
            Books.Read(string.Join(';', Enumerable.Repeat("x", FileLimits.MaxColumns + 1))).Faults.Single().Code);
        Assert.Equal(
            FileFaultCode.TooManyCells,
            Books.Read(string.Concat(Enumerable.Repeat(string.Join(';', Enumerable.Repeat("x", 200)) + "\n", 2501))).Faults.Single().Code);
        Assert.Equal(FileFaultCode.TooManyBytes, Books.Read(new byte[FileLimits.MaxBytes + 1]).Faults.Single().Code);
        Assert.Equal(FileFaultCode.TooManyRowsOfUnit, Books.Read("agencies", [.. Enumerable.Range(0, 1001)
            .Select(day => $"00001;;{new DateOnly(2010, 1, 1).AddDays(day):yyyy-MM-dd};1")]).Faults.Single().Code);
    }

    [Fact]
    public void More_faults_than_can_be_told_end_with_a_word_about_it()
    {
        var faults = Books.Read("agencies", [.. Enumerable.Repeat("x;;2017-02-20;x", 6000)]).Faults;

        Assert.Equal((FileLimits.MaxFaults + 1, FileFaultCode.TooManyFaults), (faults.Count, faults[^1].Code));
    }

    [Fact]
    public void Sentences_are_vietnamese_unless_english_is_asked_for()
    {
        var csv = Encoding.UTF8.GetBytes(Books.Header + "agencies\n00001;;20/02/2017;x");

        var vietnamese = ReportFile.Read(csv, SeedArea.Small, Books.Today, CultureInfo.GetCultureInfo("vi")).Faults.Single();
        var english = ReportFile.Read(csv, SeedArea.Small, Books.Today, Books.English).Faults.Single();

        Assert.Contains("không phải là số nguyên", vietnamese.Message, StringComparison.Ordinal);
        Assert.Contains("no whole number", english.Message, StringComparison.Ordinal);
    }
}
