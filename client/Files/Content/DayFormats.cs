using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Aggregation.Files.Content;

/// <summary>Which styles of a workbook show a number as a day.</summary>
internal sealed partial class DayFormats
{
    private readonly bool[] isDay;

    private DayFormats(bool[] isDay) => this.isDay = isDay;

    /// <summary>Reads a style sheet; null for a workbook without one.</summary>
    public static DayFormats Read(Stylesheet? styles)
    {
        var own = new Dictionary<uint, string>();
        foreach (var format in styles?.NumberingFormats?.Elements<NumberingFormat>() ?? [])
        {
            if (format.NumberFormatId?.Value is { } id)
                own[id] = format.FormatCode?.Value ?? "";
        }

        return new DayFormats([.. (styles?.CellFormats?.Elements<CellFormat>() ?? []).Select(style => IsDay(style.NumberFormatId?.Value ?? 0, own))]);
    }

    /// <summary>Whether a cell of that style shows a day.</summary>
    public bool IsDay(uint style) => style < isDay.Length && isDay[style];

    private static bool IsDay(uint format, Dictionary<uint, string> own) => own.TryGetValue(format, out var code)
        ? Plain().Replace(code, "").ToLowerInvariant() is var plain && plain != "general" && (plain.Contains('d', System.StringComparison.Ordinal) || plain.Contains('y', System.StringComparison.Ordinal))
        : format is >= 14 and <= 17 or 22 or >= 27 and <= 31 or 36 or >= 50 and <= 54 or 57 or 58;

    // What a format shows as it stands: quoted, escaped, or a colour or condition in brackets.
    [GeneratedRegex("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|_.|\\*.", RegexOptions.None, 1000)]
    private static partial Regex Plain();
}
