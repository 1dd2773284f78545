using System;
using System.Collections.Generic;
using System.Globalization;
using System.Xml;
using Aggregation.Files.Content;

namespace Aggregation.Files.Marking;

/// <summary>Copies a sheet as a stream, its cells with faults marked; one that the file leaves out is put where it belongs.</summary>
/// <param name="from">The sheet.</param>
/// <param name="to">The copy.</param>
/// <param name="cells">The cells to mark, by row and column.</param>
/// <param name="style">What they look like.</param>
internal sealed class MarkedSheet(XmlReader from, XmlWriter to, IReadOnlyList<MarkedCell> cells, FaultStyle style)
{
    // What may stand behind the drawing of the comments.
    private static readonly string[] AfterDrawing =
    [
        "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst",
        "AlternateContent"
    ];

    private readonly List<(int First, int Last, int Style)> columns = [];
    private string main = "";
    private int next;
    private int row;

    /// <summary>Copies the sheet.</summary>
    /// <param name="isStrict">Whether the workbook is of the standard's strict kind.</param>
    /// <param name="newDrawing">The id of a drawing to be referred to where the sheet has none.</param>
    /// <returns>The id of the drawing that it has; null when it has none of its own.</returns>
    public string? Copy(bool isStrict, string newDrawing)
    {
        string? drawing = null;
        var isDrawn = false;
        while (WorkbookPackage.Next(from))
        {
            if (from is { NodeType: XmlNodeType.Element, Depth: 0 })
                main = from.NamespaceURI;
            if (from is { NodeType: XmlNodeType.Element, Depth: 1, LocalName: "legacyDrawing" })
                drawing = from.GetAttribute("id", PackageCopy.AddressOf(isStrict));
            else if (!isDrawn && drawing is null && (from is { NodeType: XmlNodeType.EndElement, Depth: 0 }
                || (from is { NodeType: XmlNodeType.Element, Depth: 1 } && Array.IndexOf(AfterDrawing, from.LocalName) >= 0)))
                isDrawn = TryDraw(isStrict, newDrawing);

            if (from is { NodeType: XmlNodeType.Element, Depth: 2, LocalName: "row" })
            {
                CopyRow();
                continue;
            }

            if (from is { NodeType: XmlNodeType.Element, Depth: 2, LocalName: "col" } && IntOf("style") is { } look)
                columns.Add((IntOf("min") ?? 0, IntOf("max") ?? 0, look));
            if (from is { NodeType: XmlNodeType.EndElement, Depth: 1, LocalName: "sheetData" })
                AddRowsBefore(int.MaxValue);
            CopyNode(from is { Depth: 1, LocalName: "sheetData" } ? () => AddRowsBefore(int.MaxValue) : null);
        }

        return drawing;
    }

    private bool TryDraw(bool isStrict, string id)
    {
        to.WriteStartElement("legacyDrawing", main);
        to.WriteAttributeString("r", "id", PackageCopy.AddressOf(isStrict), id);
        to.WriteEndElement();
        return true;
    }

    private void CopyRow()
    {
        row = IntOf("r") ?? row + 1;
        AddRowsBefore(row);
        var depth = from.Depth;
        var isEmpty = from.IsEmptyElement;
        to.WriteStartElement(from.Prefix, from.LocalName, main);
        to.WriteAttributeString("r", XmlConvert.ToString(row));
        CopyAttributes("r", "spans");
        var column = 0;
        while (!isEmpty && WorkbookPackage.Next(from) && from.Depth > depth)
        {
            if (from is { NodeType: XmlNodeType.Element, LocalName: "c" } && from.Depth == depth + 1)
                CopyCell(column = from.GetAttribute("r") is { } reference ? CellPlace.ColumnOf(reference) : column + 1);
            else
                CopyNode(null);
        }

        AddCellsBefore(int.MaxValue);
        to.WriteEndElement();
    }

    private void CopyCell(int column)
    {
        AddCellsBefore(column);
        var isEmpty = from.IsEmptyElement;
        var isMarked = IsNext(row) && cells[next].Column == column;
        to.WriteStartElement(from.Prefix, from.LocalName, main);
        to.WriteAttributeString("r", new CellPlace(null, row, column).Cell);
        if (isMarked)
            to.WriteAttributeString("s", XmlConvert.ToString(style.Of(IntOf("s") ?? 0)));
        CopyAttributes("r", isMarked ? "s" : "r");
        next += isMarked ? 1 : 0;
        var depth = from.Depth;
        while (!isEmpty && WorkbookPackage.Next(from) && from.Depth > depth)
            CopyNode(null);
        to.WriteEndElement();
    }

    private bool IsNext(int number) => next < cells.Count && cells[next].Row == number;

    private void AddRowsBefore(int number)
    {
        while (next < cells.Count && cells[next].Row < number)
        {
            var missing = cells[next].Row;
            to.WriteStartElement("row", main);
            to.WriteAttributeString("r", XmlConvert.ToString(missing));
            (var current, row) = (row, missing);
            AddCellsBefore(int.MaxValue);
            row = current;
            to.WriteEndElement();
        }
    }

    private void AddCellsBefore(int column)
    {
        for (; IsNext(row) && cells[next].Column < column; next++)
        {
            var cell = cells[next];

            // A cell that is not there looks as its column does.
            var look = columns.Find(known => known.First <= cell.Column && cell.Column <= known.Last).Style;
            to.WriteStartElement("c", main);
            to.WriteAttributeString("r", cell.Reference);
            to.WriteAttributeString("s", XmlConvert.ToString(style.Of(look)));
            to.WriteEndElement();
        }
    }

    private void CopyNode(Action? inEmpty)
    {
        switch (from.NodeType)
        {
            case XmlNodeType.Element:
                var isEmpty = from.IsEmptyElement;
                to.WriteStartElement(from.Prefix, from.LocalName, from.NamespaceURI);
                CopyAttributes();
                if (isEmpty)
                {
                    inEmpty?.Invoke();
                    to.WriteEndElement();
                }

                break;
            case XmlNodeType.EndElement:
                to.WriteEndElement();
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                to.WriteString(from.Value);
                break;
        }
    }

    private void CopyAttributes(params ReadOnlySpan<string> except)
    {
        for (var more = from.MoveToFirstAttribute(); more; more = from.MoveToNextAttribute())
        {
            if (from.Prefix.Length > 0 || !except.Contains(from.LocalName))
                to.WriteAttributeString(from.Prefix, from.LocalName, from.NamespaceURI, from.Value);
        }

        from.MoveToElement();
    }

    private int? IntOf(string attribute) =>
        from.GetAttribute(attribute) is { } text ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : null;
}
