using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Aggregation.Files.Content;
using Aggregation.Files.Templates;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Aggregation.Files.Marking;

/// <summary>
/// A copy of a workbook with every fault on its cell, as colour and as a comment, and a list of all of them on a sheet of
/// its own. Comments that a sheet with faults had before give way; everything else stays.
/// </summary>
internal static class MarkedWorkbook
{
    private static readonly string[] Headings = ["FaultList.sheet", "FaultList.cell", "FaultList.code", "FaultList.message"];

    /// <summary>Makes the copy of a workbook that can be read.</summary>
    public static byte[] Mark(ReadOnlySpan<byte> content, IReadOnlyList<FileFault> faults, CultureInfo language)
    {
        var copy = new MemoryStream();
        copy.Write(content);
        using (var document = SpreadsheetDocument.Open(copy, isEditable: true))
        {
            var workbook = document.WorkbookPart!;
            RemoveList(workbook);
            var style = new FaultStyle(workbook);
            foreach (var ofSheet in faults.Where(fault => fault.Place.Row > 0).ToLookup(fault => fault.Place.Sheet, StringComparer.Ordinal))
            {
                var sheet = SheetsOf(workbook).First(sheet => sheet.Name?.Value == ofSheet.Key);
                Mark((WorksheetPart)workbook.GetPartById(sheet.Id!.Value!), ofSheet, style);
            }

            AddList(workbook, faults, language);
        }

        return copy.ToArray();
    }

    private static IEnumerable<Sheet> SheetsOf(WorkbookPart workbook) => workbook.Workbook.Descendants<Sheet>();

    private static void Mark(WorksheetPart part, IEnumerable<FileFault> faults, FaultStyle style)
    {
        var grid = new SheetGrid(part.Worksheet);
        var byCell = faults.GroupBy(fault => (fault.Place.Row, Column: Math.Max(1, fault.Place.Column))).OrderBy(cell => cell.Key.Row).ThenBy(cell => cell.Key.Column).ToArray();
        foreach (var cell in byCell)
        {
            var marked = grid.CellAt(cell.Key.Row, cell.Key.Column);
            marked.StyleIndex = style.Of(marked.StyleIndex?.Value ?? 0);
        }

        CellComments.Replace(part, [.. byCell.Select(cell => (cell.Key.Row, cell.Key.Column, string.Join('\n', cell.Select(fault => fault.Message))))]);
    }

    private static void RemoveList(WorkbookPart workbook)
    {
        foreach (var sheet in SheetsOf(workbook).Where(sheet => TemplateSheets.IsFaults(sheet.Name?.Value)).ToArray())
        {
            workbook.DeletePart(sheet.Id!.Value!);
            sheet.Remove();
        }
    }

    private static void AddList(WorkbookPart workbook, IReadOnlyList<FileFault> faults, CultureInfo language)
    {
        var part = workbook.AddNewPart<WorksheetPart>();
        var row = 1;
        part.Worksheet = new Worksheet(
            TemplateCells.Columns((20, TemplateStyle.Plain), (10, TemplateStyle.Plain), (24, TemplateStyle.Plain), (120, TemplateStyle.Plain)),
            new SheetData(
            [
                TemplateCells.Row(row, TemplateStyle.Plain, Headings.Select(name => FileWords.Get(language, name))),
                .. faults.Select(fault => TemplateCells.Row(++row, TemplateStyle.Plain, fault.Place.Sheet ?? "", fault.Place.Cell ?? "", fault.Code, fault.Message)),
            ]));
        var sheets = workbook.Workbook.Sheets!;
        sheets.AppendChild(new Sheet
        {
            Name = FileWords.Get(language, "Sheet.faults"),
            SheetId = SheetsOf(workbook).Max(sheet => sheet.SheetId?.Value ?? 0) + 1,
            Id = workbook.GetIdOfPart(part),
        });
    }
}
