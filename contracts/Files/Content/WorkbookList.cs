using System.Collections.Generic;
using System.IO;
using System.Xml;
using Aggregation.Texts;

namespace Aggregation.Files.Content;

/// <summary>What a workbook says of itself: its sheets and its calendar.</summary>
/// <param name="Sheets">The sheets in order: the name, the id of the relation to its part, whether it is hidden.</param>
/// <param name="Since1904">Whether days are counted from 1904.</param>
internal sealed record WorkbookList(IReadOnlyList<(string Name, string Id, bool IsHidden)> Sheets, bool Since1904)
{
    private const int LongestName = 255;

    /// <summary>Reads it.</summary>
    /// <exception cref="FileLimitException">There are too many sheets.</exception>
    public static WorkbookList Read(WorkbookPackage package)
    {
        var sheets = new List<(string, string, bool)>();
        var since1904 = false;
        using var xml = package.Open(package.Workbook);
        while (WorkbookPackage.Next(xml))
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "workbookPr", Depth: 1 })
                since1904 = xml.GetAttribute("date1904") is "1" or "true";
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "sheet", Depth: 2 })
                continue;
            if (sheets.Count == FileLimits.MaxSheets)
                throw new FileLimitException(FileFaultCode.TooManySheets, FileLimits.MaxSheets);
            var name = EscapedText.Decode(xml.GetAttribute("name") ?? "");
            if (name.Length > LongestName)
                throw new InvalidDataException("A sheet has no name that anything can show.");
            sheets.Add((name, IdOf(xml) ?? "", xml.GetAttribute("state") is "hidden" or "veryHidden"));
        }

        return new WorkbookList(sheets, since1904);
    }

    // In the name space of relations, which has two addresses.
    private static string? IdOf(XmlReader xml)
    {
        string? id = null;
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            if (xml is { LocalName: "id", Prefix.Length: > 0 })
                id = xml.Value;
        }

        xml.MoveToElement();
        return id;
    }
}
