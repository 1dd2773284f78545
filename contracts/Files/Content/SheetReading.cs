using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Xml;

namespace Aggregation.Files.Content;

/// <summary>Reads one sheet of a workbook as a stream.</summary>
/// <param name="xml">Its part.</param>
/// <param name="name">Its name.</param>
/// <param name="values">What its cells share with others.</param>
/// <param name="size">Counts what has something in it.</param>
internal sealed class SheetReading(XmlReader xml, string name, WorkbookValues values, SheetSize size)
{
    private const int LastRow = 1_048_576;
    private const int LastColumn = 16_384;

    private readonly List<SheetRow> rows = [];
    private readonly List<SheetCell> cells = [];
    private readonly List<(int, int)> hiddenColumns = [];
    private readonly List<CellRange> merged = [];

    /// <summary>The sheet; null when it is over a limit, which has been told then.</summary>
    /// <exception cref="InvalidDataException">A cell is nowhere, or stands twice.</exception>
    public FileSheet? Read()
    {
        var number = 0;
        while (WorkbookPackage.Next(xml))
        {
            if (xml.NodeType != XmlNodeType.Element || xml.Depth != 2)
                continue;
            switch (xml.LocalName)
            {
                case "row":
                    number = xml.GetAttribute("r") is { } text ? NumberOf(text) : number + 1;
                    if (!TryTakeRow(Ensure(number, LastRow)))
                        return null;
                    break;
                case "col" when IsOn("hidden") && xml.GetAttribute("min") is { } first && xml.GetAttribute("max") is { } last:
                    Add(hiddenColumns, (NumberOf(first), NumberOf(last)));
                    break;
                case "mergeCell" when xml.GetAttribute("ref") is { } reference && CellRange.Read(reference) is { } range:
                    Add(merged, range);
                    break;
            }
        }

        return new FileSheet(name, rows) { HiddenColumns = hiddenColumns, Merged = merged };
    }

    // A place that no sheet has: a spreadsheet would repair such a file, and say so.
    private static int Ensure(int number, int last) =>
        number >= 1 && number <= last ? number : throw new InvalidDataException("A cell is nowhere.");

    private static int NumberOf(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static void Add<T>(List<T> list, T item)
    {
        if (list.Count == FileLimits.MaxRows)
            throw new FileLimitException(FileFaultCode.TooManyCells, FileLimits.MaxRows);
        list.Add(item);
    }

    private bool IsOn(string attribute) => xml.GetAttribute(attribute) is "1" or "true";

    private bool TryTakeRow(int number)
    {
        var isHidden = IsOn("hidden");
        cells.Clear();
        if (!xml.IsEmptyElement)
            ReadCells();
        if (cells.Count == 0)
            return true;
        cells.Sort((one, other) => one.Column.CompareTo(other.Column));
        if (cells.Zip(cells.Skip(1)).Any(pair => pair.First.Column == pair.Second.Column))
            throw new InvalidDataException("A cell stands twice.");
        rows.Add(new SheetRow(number, cells.ToArray()) { IsHidden = isHidden });
        return size.TryAdd(name, rows[^1]);
    }

    private void ReadCells()
    {
        var depth = xml.Depth;
        var column = 0;
        while (WorkbookPackage.Next(xml) && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.Depth != depth + 1 || xml.LocalName != "c")
                continue;
            column = Ensure(xml.GetAttribute("r") is { } reference ? CellPlace.ColumnOf(reference) : column + 1, LastColumn);
            if (!xml.IsEmptyElement && values.Read(xml, column) is { IsBlank: false } cell)
                cells.Add(cell);
            if (cells.Count > FileLimits.MaxColumns + 1)
                throw new FileLimitException(FileFaultCode.TooManyColumns, FileLimits.MaxColumns);
        }
    }
}
