using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Aggregation.Files.Templates;

/// <summary>Makes cells, rows and sheets of a workbook.</summary>
internal static class TemplateCells
{
    /// <summary>A cell of text.</summary>
    public static Cell Text(int row, int column, string text, TemplateStyle style) => new(new InlineString(new Text(text)))
    {
        CellReference = new CellPlace(null, row, column).Cell,
        DataType = CellValues.InlineString,
        StyleIndex = (uint)style,
    };

    /// <summary>A cell with nothing in it.</summary>
    public static Cell Empty(int row, int column, TemplateStyle style) =>
        new() { CellReference = new CellPlace(null, row, column).Cell, StyleIndex = (uint)style };

    /// <summary>A row.</summary>
    public static Row Row(int number, IEnumerable<Cell> cells) => new(cells) { RowIndex = (uint)number };

    /// <summary>A row of texts.</summary>
    public static Row Row(int number, TemplateStyle style, params IEnumerable<string> texts) =>
        Row(number, texts.Select((text, place) => Text(number, place + 1, text, style)));

    /// <summary>The widths and styles of columns, in order.</summary>
    public static DocumentFormat.OpenXml.Spreadsheet.Columns Columns(params IEnumerable<(double Width,
        TemplateStyle Style)> columns) => new(columns.Select((column, place) => new Column
        {
            Min = (uint)place + 1,
            Max = (uint)place + 1,
            Width = column.Width,
            CustomWidth = true,
            Style = (uint)column.Style,
        }));

    /// <summary>A view whose first row and first columns stay where they are.</summary>
    public static SheetViews Frozen(int columns, bool isFirst) => new(new SheetView(new Pane
    {
        VerticalSplit = 1,
        HorizontalSplit = columns,
        TopLeftCell = new CellPlace(null, 2, columns + 1).Cell,
        ActivePane = PaneValues.BottomRight,
        State = PaneStateValues.Frozen,
    })
    {
        WorkbookViewId = 0,
        TabSelected = isFirst,
    });

    /// <summary>A whole column under its heading, such as <c>C2:C30000</c>.</summary>
    public static string Below(int column) =>
        string.Create(CultureInfo.InvariantCulture, $"{CellPlace.LettersOf(column)}2:{CellPlace.LettersOf(column)}{FileLimits.MaxRows}");
}
