using System;
using System.Globalization;
using System.IO;
using System.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Aggregation.Files.Content;

/// <summary>What the cells of a workbook hold: its shared texts, its number formats, its calendar.</summary>
internal sealed class WorkbookValues
{
    private const double LastDay = 2_958_465;

    private readonly string[] shared;
    private readonly DayFormats formats;
    private readonly bool since1904;

    private WorkbookValues(string[] shared, DayFormats formats, bool since1904)
    {
        this.shared = shared;
        this.formats = formats;
        this.since1904 = since1904;
    }

    /// <summary>Reads what a workbook's cells share.</summary>
    public static WorkbookValues Read(WorkbookPart workbook) => new(
        [.. (workbook.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>() ?? []).Select(item => item.Text?.Text ?? TextOf(item.Elements<Run>()))],
        DayFormats.Read(workbook.WorkbookStylesPart?.Stylesheet),
        workbook.Workbook.WorkbookProperties?.Date1904?.Value ?? false);

    /// <summary>What a cell holds.</summary>
    public SheetCell Read(Cell cell, int column)
    {
        var value = cell.CellValue?.Text;
        var type = cell.DataType?.Value ?? CellValues.Number;
        if (type == CellValues.InlineString)
            return new SheetCell(column, CellKind.Text, cell.InlineString is { } inline ? inline.Text?.Text ?? TextOf(inline.Elements<Run>()) : "");
        if (string.IsNullOrEmpty(value))
            return new SheetCell(column, cell.CellFormula is not null && type != CellValues.String ? CellKind.NoValue : CellKind.Text, "");
        return type switch
        {
            CellValues.SharedString => new SheetCell(column, CellKind.Text, shared[int.Parse(value, CultureInfo.InvariantCulture)]),
            CellValues.String => new SheetCell(column, CellKind.Text, value),
            CellValues.Error => new SheetCell(column, CellKind.Error, value),
            CellValues.Boolean => new SheetCell(column, CellKind.Text, value == "1" ? "TRUE" : "FALSE"),
            CellValues.Date => new SheetCell(column, CellKind.Day, value.Length > 10 ? value[..10] : value),
            _ => ReadNumber(cell, column, value),
        };
    }

    private SheetCell ReadNumber(Cell cell, int column, string value)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            throw new InvalidDataException("A number is none.");
        var day = since1904 ? number + 1_462 : number;
        if (formats.IsDay(cell.StyleIndex?.Value ?? 0) && day is >= 1 and < LastDay + 1)
            return new SheetCell(column, CellKind.Day, DateTime.FromOADate(Math.Floor(day)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

        // A spreadsheet computes with 15 digits: 0.1 + 0.2 + 0.7 is 1 to whoever looks at it.
        var shown = double.Parse(number.ToString("G15", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return new SheetCell(column, CellKind.Number, shown.ToString(Math.Abs(shown) < 1e15 ? "0.###############" : "R", CultureInfo.InvariantCulture));
    }

    private static string TextOf(System.Collections.Generic.IEnumerable<Run> runs) => string.Concat(runs.Select(run => run.Text?.Text));
}
