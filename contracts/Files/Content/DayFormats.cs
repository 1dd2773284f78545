using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text.RegularExpressions;
using System.Xml;

namespace Aggregation.Files.Content;

/// <summary>Which styles of a workbook show a number as a day.</summary>
internal sealed partial class DayFormats
{
    // More and longer ones no spreadsheet keeps.
    private const int MostFormats = 4_096;
    private const int LongestFormat = 255;
    private const int MostStyles = 65_536;

    private readonly List<DayShown> styles;

    private DayFormats(List<DayShown> styles) => this.styles = styles;

    /// <summary>Those of a workbook without styles.</summary>
    public static DayFormats None { get; } = new([]);

    /// <summary>What cells of a style show.</summary>
    public DayShown this[int style] => style < styles.Count ? styles[style] : DayShown.None;

    /// <summary>Reads a style sheet.</summary>
    public static DayFormats Read(WorkbookPackage package, string part)
    {
        var own = new Dictionary<int, DayShown>();
        var found = new List<DayShown>();
        var isOfCells = false;
        using var xml = package.Open(part);
        while (WorkbookPackage.Next(xml))
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.Depth == 1)
                isOfCells = xml.LocalName == "cellXfs";
            else if (xml is { Depth: 2, LocalName: "numFmt" } && IdOf(xml) is { } id)
                own[id] = FormOf(xml.GetAttribute("formatCode") ?? "");
            else if (isOfCells && xml is { Depth: 2, LocalName: "xf" })
                found.Add(IdOf(xml) is not { } format ? DayShown.None : own.TryGetValue(format, out var known) ? known : BuiltIn(format));
            if (own.Count > MostFormats || found.Count > MostStyles)
                throw new InvalidDataException("More formats than any spreadsheet has.");
        }

        return new DayFormats(found);
    }

    private static int? IdOf(XmlReader xml) =>
        xml.GetAttribute("numFmtId") is { } text ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    private static DayShown BuiltIn(int format) => format switch
    {
        16 or 17 => DayShown.Part,
        14 or 15 or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58 => DayShown.Whole,
        _ => DayShown.None,
    };

    private static DayShown FormOf(string code)
    {
        if (code.Length > LongestFormat)
            throw new InvalidDataException("A format is longer than any spreadsheet has.");
        var plain = Plain().Replace(code, "").ToLowerInvariant();
        if (plain == "general")
            return DayShown.None;
        var hasDay = DayOfMonth().IsMatch(plain);
        var hasMonth = plain.Contains('m', StringComparison.Ordinal);
        var hasYear = plain.Contains('y', StringComparison.Ordinal);
        if (hasDay && hasMonth && hasYear)
            return DayShown.Whole;

        // Of hours and seconds an m is a minute.
        return plain.Contains('d', StringComparison.Ordinal) || hasYear || (hasMonth && plain.AsSpan().IndexOfAny('h', 's') < 0)
            ? DayShown.Part
            : DayShown.None;
    }

    // What a format shows as it stands: quoted, escaped, or a colour or condition in brackets.
    [GeneratedRegex("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|_.|\\*.", RegexOptions.None, 1000)]
    private static partial Regex Plain();

    // Three letters and more are a day of the week.
    [GeneratedRegex("(?<!d)dd?(?!d)", RegexOptions.None, 1000)]
    private static partial Regex DayOfMonth();
}
