using System;
using System.Collections.Generic;
using System.Linq;
using Aggregation.Files;
using Aggregation.Files.Columns;
using Aggregation.Files.Templates;
using Aggregation.Testing.Reference;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Xunit;

namespace Aggregation.Tests.Contracts.Files;

/// <summary>The file of a whole province with five hundred mistakes of twenty sorts in it.</summary>
public sealed class ManyFaultsTests
{
    private const string Figures = "Số liệu";
    private const string Models = "Mô hình";
    private const int OfEachSort = 25;
    private const int Day = 42786;

    private static readonly FileColumns Columns = new(SeedArea.Small.Catalogue);

    private static readonly string Agencies = LetterOf("agencies");
    private static readonly string Committee = LetterOf("committee");
    private static readonly string Note = LetterOf("note");
    private static readonly string NoColumn = CellPlace.LettersOf(Columns.Figures.Count + 1);

    /// <summary>
    /// Sorts of mistake in a row of figures: the code, the column it is told at, and the cells that make it; a cell without a value is
    /// emptied.
    /// </summary>
    private static readonly (string Code, string Column, (string Column, object? Value)[] Cells)[] FigureSorts =
    [
        (FileFaultCode.MissingDay, "C", [("C", null)]),
        (FileFaultCode.NotADay, "C", [("C", "30/02/2017")]),
        (FileFaultCode.TooEarly, "C", [("C", "31/12/1999")]),
        (FileFaultCode.InTheFuture, "C", [("C", "2030-01-01")]),
        (FileFaultCode.MissingCode, "A", [("A", null)]),
        (FileFaultCode.UnknownUnit, "A", [("A", "99999")]),
        (FileFaultCode.WrongName, "B", [("B", "Xã Sai Tên")]),
        (FileFaultCode.AmbiguousNumber, Agencies, [(Agencies, "1.234")]),
        (FileFaultCode.NotWhole, Agencies, [(Agencies, "nhiều")]),
        (FileFaultCode.OutOfRange, Agencies, [(Agencies, -3)]),
        (FileFaultCode.UnknownState, Committee, [(Committee, "có lẽ")]),
        (FileFaultCode.ErrorCell, Agencies, [(Agencies, "#DIV/0!")]),
        (FileFaultCode.NoStoredValue, Agencies, [(Agencies, "=1+1")]),
        (FileFaultCode.NoteWithoutFigure, Note, [(Agencies, null), (Note, "chỉ ghi chú")]),
        (FileFaultCode.CellWithoutColumn, NoColumn, [(NoColumn, "thừa")]),
        (FileFaultCode.RowTwice, "A", [("A", "01"), ("B", "Thành phố Hà Nội")]),
    ];

    private static readonly (string Code, string Column, object? Name, object? Kinds, object? Sites)[] ModelSorts =
    [
        (FileFaultCode.UnknownKind, "E", "Đèn", "lạ", 1),
        (FileFaultCode.KindTwice, "E", "Đèn", "Khác, other", 1),
        (FileFaultCode.MissingModelName, "D", null, "Khác", 1),
        (FileFaultCode.MissingSites, "F", "Đèn", "Khác", null),
    ];

    [RealListFact]
    public void Are_all_found_in_one_pass_each_once_and_at_its_cell()
    {
        var area = SeedArea.Real();
        var units = ReportTemplate.Within(area.Units, "01");
        var expected = new List<(string?, string?, string)>();
        var file = Books.Change(new ReportTemplate(area.Catalogue, units).ToWorkbook(), workbook =>
        {
            for (var row = 2; row < units.Count + 2; row++)
            {
                Set(workbook, Figures, $"C{row}", Day);
                Set(workbook, Figures, $"{Agencies}{row}", 5);
            }

            foreach (var (sort, place) in FigureSorts.SelectMany(sort => Enumerable.Repeat(sort, OfEachSort))
                .Select((sort, place) => (sort, place)))
            {
                // Rows of communes, every one of which may state all of this.
                var row = 2 + 1 + 30 + place;
                foreach (var (column, value) in sort.Cells)
                    Set(workbook, Figures, $"{column}{row}", value);
                expected.Add((Figures, $"{sort.Column}{row}", sort.Code));
            }

            foreach (var (sort, place) in ModelSorts.SelectMany(sort => Enumerable.Repeat(sort, OfEachSort))
                .Select((sort, place) => (sort, place)))
            {
                var row = place + 2;
                foreach (var (column, value) in new[] { ("A", "01"), ("C", Day), ("D", sort.Name is null
                    ? null
                    : $"{sort.Name} {row}"), ("E", sort.Kinds), ("F", sort.Sites) })
                    Set(workbook, Models, $"{column}{row}", value);
                expected.Add((Models, $"{sort.Column}{row}", sort.Code));
            }
        });

        var faults = Books.Read(file, area).Faults;

        Assert.Equal((500, 20), (expected.Count, expected.Select(fault => fault.Item3).Distinct(StringComparer.Ordinal).Count()));
        Assert.Equal(expected.Order(), faults.Select(fault => (fault.Place.Sheet, fault.Place.Cell, fault.Code)).Order());
    }

    private static string LetterOf(string id) =>
        CellPlace.LettersOf(Columns.Figures.Select((column, place) => (column.Id, place)).First(pair => pair.Id == id).place + 1);

    private static void Set(WorkbookPart workbook, string sheet, string reference, object? value)
    {
        var cell = Books.CellOf(workbook, sheet, reference);
        switch (value)
        {
            case null:
                cell.RemoveAllChildren();
                cell.DataType = null;
                break;
            case "#DIV/0!":
                cell.RemoveAllChildren();
                cell.DataType = CellValues.Error;
                cell.Append(new CellValue("#DIV/0!"));
                break;
            case "=1+1":
                cell.RemoveAllChildren();
                cell.DataType = null;
                cell.Append(new CellFormula("1+1"));
                break;
            default:
                Books.Set(cell, value);
                break;
        }
    }
}
