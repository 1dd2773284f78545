using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml;
using Aggregation.Texts;

namespace Aggregation.Files.Content;

/// <summary>What the cells of a workbook hold: its shared texts, its number formats, its calendar.</summary>
internal sealed class WorkbookValues
{
    private const double LastDay = 2_958_465;

    private readonly ReadingBudget budget;
    private readonly List<string> shared;
    private readonly DayFormats formats;
    private readonly bool since1904;
    private readonly StringBuilder text = new();

    private WorkbookValues(WorkbookPackage package, IReadOnlyList<PartRelation> relations, bool since1904)
    {
        budget = package.Budget;
        shared = relations.FirstOrDefault(relation => relation.Kind == "sharedStrings") is { } texts
            ? ReadShared(package, texts.Target)
            : [];
        formats = relations.FirstOrDefault(relation => relation.Kind == "styles") is { } styles
            ? DayFormats.Read(package, styles.Target)
            : DayFormats.None;
        this.since1904 = since1904;
    }

    /// <summary>Reads what a workbook's cells share.</summary>
    public static WorkbookValues Read(WorkbookPackage package, IReadOnlyList<PartRelation> relations, bool since1904) =>
        new(package, relations, since1904);

    /// <summary>What a cell holds.</summary>
    /// <param name="xml">Stands at the cell, which is not empty; afterwards at its end.</param>
    /// <param name="column">Its column.</param>
    public SheetCell Read(XmlReader xml, int column)
    {
        var type = xml.GetAttribute("t") ?? "n";
        var style = xml.GetAttribute("s");
        var depth = xml.Depth;
        string? value = null;
        var hasFormula = false;
        while (WorkbookPackage.Next(xml) && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.Depth != depth + 1)
                continue;
            hasFormula |= xml.LocalName == "f";
            if (xml.LocalName == (type == "inlineStr" ? "is" : "v"))
                value = ReadText(xml);
        }

        var cell = CellOf(column, type, style, value, hasFormula);
        budget.TakeText(cell.Text.Length);
        return cell;
    }

    private List<string> ReadShared(WorkbookPackage package, string part)
    {
        var texts = new List<string>();
        using var xml = package.Open(part);
        while (WorkbookPackage.Next(xml))
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "si", Depth: 1 })
                continue;
            texts.Add(EscapedText.Decode(ReadText(xml)));
            budget.TakeSharedText(texts[^1].Length);
        }

        return texts;
    }

    // The text within an element, its own or that of its runs; how it is pronounced stands beside it and is no part of it.
    private string ReadText(XmlReader xml)
    {
        text.Clear();
        if (xml.IsEmptyElement)
            return "";
        var depth = xml.Depth;
        var phonetic = int.MaxValue;
        while (WorkbookPackage.Next(xml) && xml.Depth > depth)
        {
            if (xml.Depth <= phonetic)
                phonetic = xml is { NodeType: XmlNodeType.Element, LocalName: "rPh", IsEmptyElement: false } ? xml.Depth : int.MaxValue;
            else
                continue;
            if (xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace))
                continue;
            text.Append(xml.Value);
            if (text.Length > FileLimits.MaxTextLength)
                throw new FileLimitException(FileFaultCode.TooLongText, FileLimits.MaxTextLength);
        }

        return text.ToString();
    }

    private SheetCell CellOf(int column, string type, string? style, string? value, bool hasFormula)
    {
        if (type == "inlineStr")
            return new SheetCell(column, CellKind.Text, EscapedText.Decode(value ?? ""));
        if (string.IsNullOrEmpty(value))
            return new SheetCell(column, hasFormula && type != "str" ? CellKind.NoValue : CellKind.Text, "");
        return type switch
        {
            "s" => new SheetCell(column, CellKind.Text, int.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture) is var place
                && place < shared.Count ? shared[place] : throw new InvalidDataException("A shared text is missing.")),
            "str" => new SheetCell(column, CellKind.Text, EscapedText.Decode(value)),
            "e" => new SheetCell(column, CellKind.Error, value),
            "b" => new SheetCell(column, CellKind.Text, value == "1" ? "TRUE" : "FALSE"),
            "d" => new SheetCell(column, CellKind.Day, value.Length > 10 ? value[..10] : value),
            _ => NumberOf(column, style, value),
        };
    }

    private SheetCell NumberOf(int column, string? style, string value)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            throw new InvalidDataException("A number is none.");
        var day = since1904 ? number + 1_462 : number;
        var shows = style is null ? DayShown.None : formats[int.Parse(style, NumberStyles.None, CultureInfo.InvariantCulture)];
        if (shows != DayShown.None && day is >= 1 and < LastDay + 1)
            return new SheetCell(column, shows == DayShown.Whole
                ? CellKind.Day
                : CellKind.PartOfDay, DateTime.FromOADate(Math.Floor(day)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

        // A spreadsheet computes with 15 digits: 0.1 + 0.2 + 0.7 is 1 to whoever looks at it.
        var shown = double.Parse(number.ToString("G15", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return new SheetCell(column, CellKind.Number, shown.ToString(Math.Abs(shown) < 1e15
            ? "0.###############"
            : "R", CultureInfo.InvariantCulture));
    }
}
