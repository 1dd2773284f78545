using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Aggregation.Files.Content;

/// <summary>Reads the sheets of a workbook (XLSX, XLSM) row by row. Of a formula the stored value is taken; macros are not looked at.</summary>
internal static class WorkbookSheets
{
    private const int LastRow = 1_048_576;
    private const int LastColumn = 16_384;

    /// <summary>Reads a workbook; null when it cannot be read or is over a limit, which has been told then.</summary>
    public static IReadOnlyList<FileSheet>? Read(byte[] bytes, FaultList faults)
    {
        try
        {
            if (WorkbookArchive.FitsUnpacked(bytes))
                return ReadSheets(bytes, faults);
            faults.Add(default, FileFaultCode.TooManyUnpackedBytes, FileLimits.MaxUnpackedBytes);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The package library says in many ways that a file is damaged.
            faults.Add(default, FileFaultCode.UnreadableWorkbook);
        }

        return null;
    }

    private static List<FileSheet>? ReadSheets(byte[] bytes, FaultList faults)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes, writable: false), isEditable: false);
        var workbook = document.WorkbookPart ?? throw new InvalidDataException("No workbook.");
        var values = WorkbookValues.Read(workbook);
        var size = new SheetSize(faults);
        var sheets = new List<FileSheet>();
        foreach (var listed in workbook.Workbook.Descendants<Sheet>())
        {
            if (listed.Id?.Value is not { } id || workbook.GetPartById(id) is not WorksheetPart part)
                continue;
            if (ReadRows(part, listed.Name?.Value ?? "", values, size) is not { } rows)
                return null;
            sheets.Add(new FileSheet(listed.Name?.Value ?? "", rows));
        }

        return sheets;
    }

    private static List<SheetRow>? ReadRows(WorksheetPart part, string name, WorkbookValues values, SheetSize size)
    {
        var rows = new List<SheetRow>();
        using var reader = OpenXmlReader.Create(part);
        var number = 0;
        while (reader.Read())
        {
            if (reader.ElementType != typeof(Row) || !reader.IsStartElement)
                continue;
            var row = (Row)reader.LoadCurrentElement()!;
            number = row.RowIndex is { } index ? Ensure(index.Value, LastRow) : number + 1;
            var cells = CellsOf(row, values);
            if (cells.Length == 0)
                continue;
            rows.Add(new SheetRow(number, cells));
            if (!size.TryAdd(name, rows[^1]))
                return null;
        }

        return rows;
    }

    // A place that no sheet has: a spreadsheet would repair such a file, and say so.
    private static int Ensure(long number, int last) => number >= 1 && number <= last ? (int)number : throw new InvalidDataException("A cell is nowhere.");

    private static SheetCell[] CellsOf(Row row, WorkbookValues values)
    {
        var column = 0;
        return
        [
            .. row.Elements<Cell>()
                .Select(cell => values.Read(cell, column = cell.CellReference?.Value is { } reference ? Ensure(CellPlace.ColumnOf(reference), LastColumn) : column + 1))
                .Where(cell => !cell.IsBlank)
                .OrderBy(cell => cell.Column),
        ];
    }
}
