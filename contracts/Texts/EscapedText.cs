using System;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Aggregation.Texts;

/// <summary>
/// The escape by which workbooks write characters that XML cannot hold: <c>_x000D_</c>. Programs that take it for text
/// carry it into CSV files, so that it is read in both.
/// </summary>
public static partial class EscapedText
{
    /// <summary>The text that was meant; <c>_x005F_</c> is the escape's own first letter, and begins no other one.</summary>
    public static string Decode(string text) => text.Contains("_x", StringComparison.OrdinalIgnoreCase)
        ? Escape().Replace(text, static match => ((char)ushort.Parse(match.ValueSpan[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString())
        : text;

    [GeneratedRegex("_[xX][0-9A-Fa-f]{4}_", RegexOptions.None, 1000)]
    private static partial Regex Escape();
}
