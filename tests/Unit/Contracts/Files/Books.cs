using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using Aggregation.Files;
using Aggregation.Files.Templates;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Aggregation.Tests.Contracts.Files;

/// <summary>Files as people fill them in.</summary>
internal static class Books
{
    public const string Header = "Mã đơn vị;Tên đơn vị;Ngày số liệu;";

    public static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static readonly DateOnly Today = new(2026, 11, 22);

    public static FileReading Read(byte[] content, IReportingArea? area = null) =>
        ReportFile.Read(content, area ?? SeedArea.Small, Today, English);

    public static FileReading Read(string csv) => Read(Encoding.UTF8.GetBytes(csv));

    /// <summary>Reads lines under a header of code, name and day; the rest of the header is given.</summary>
    public static FileReading Read(string columns, params string[] lines) => Read(Header + columns + "\n" + string.Join('\n', lines));

    /// <summary>A template with cells filled in: sheet, A1 reference, and a text or a number.</summary>
    public static byte[] Fill(byte[] template, IEnumerable<(string Sheet, string Cell, object Value)> cells) => Change(template, workbook =>
    {
        foreach (var (sheet, cell, value) in cells)
            Set(CellOf(workbook, sheet, cell), value);
    });

    public static byte[] Fill(params (string Sheet, string Cell, object Value)[] cells) => Fill(Template(), cells);

    public static byte[] Template() => new ReportTemplate(SeedArea.Small.Catalogue, SeedArea.Small.Units).ToWorkbook();

    public static byte[] Change(byte[] workbook, Action<WorkbookPart> change)
    {
        var stream = new MemoryStream();
        stream.Write(workbook);
        using (var document = SpreadsheetDocument.Open(stream, isEditable: true))
            change(document.WorkbookPart!);
        return stream.ToArray();
    }

    /// <summary>A cell of a sheet, made where there is none, in the style of its column as spreadsheets make it.</summary>
    public static Cell CellOf(WorkbookPart workbook, string sheet, string reference)
    {
        var listed = workbook.Workbook.Descendants<Sheet>().Single(item => item.Name == sheet);
        var worksheet = ((WorksheetPart)workbook.GetPartById(listed.Id!)).Worksheet;
        var data = worksheet.GetFirstChild<SheetData>()!;
        var number = uint.Parse(reference.TrimStart([.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]), CultureInfo.InvariantCulture);
        var row = data.Elements<Row>().FirstOrDefault(item => item.RowIndex! == number) ?? data.AppendChild(new Row { RowIndex = number });
        var style = worksheet.Descendants<Column>().FirstOrDefault(column => column.Min! == (uint)CellPlace.ColumnOf(reference))?.Style;
        return row.Elements<Cell>().FirstOrDefault(item => item.CellReference == reference)
            ?? row.AppendChild(new Cell { CellReference = reference, StyleIndex = style?.Value });
    }

    public static void Set(Cell cell, object value)
    {
        cell.RemoveAllChildren();
        if (value is string text)
        {
            cell.DataType = CellValues.InlineString;
            cell.Append(new InlineString(new Text(text)));
        }
        else
        {
            cell.DataType = null;
            cell.Append(new CellValue(Convert.ToString(value, CultureInfo.InvariantCulture)!));
        }
    }
}
