using System;
using System.Buffers;
using System.Globalization;
using System.Text;

namespace Aggregation.Texts;

/// <summary>
/// The escape by which workbooks write characters that XML cannot hold: <c>_x000D_</c>. Programs that take it for text
/// carry it into CSV files, so that it is read in both.
/// </summary>
public static class EscapedText
{
    private const int Length = 7;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789ABCDEFabcdef");

    /// <summary>The text that was meant; <c>_x005F_</c> is the escape's own first letter, and begins no other one.</summary>
    public static string Decode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        StringBuilder? decoded = null;
        var copied = 0;
        for (var place = text.IndexOf('_', StringComparison.Ordinal); place >= 0; place = place < text.Length
            ? text.IndexOf('_', place)
            : -1)
        {
            if (LetterAt(text, place) is not { } letter)
            {
                place++;
                continue;
            }

            (decoded ??= new StringBuilder(text.Length)).Append(text, copied, place - copied).Append(letter);
            copied = place += Length;
        }

        return decoded?.Append(text, copied, text.Length - copied).ToString() ?? text;
    }

    private static char? LetterAt(string text, int place) =>
        place + Length <= text.Length
        && text[place + 1] is 'x' or 'X'
        && text[place + Length - 1] == '_'
        && !text.AsSpan(place + 2, 4).ContainsAnyExcept(HexDigits)
            ? (char)ushort.Parse(text.AsSpan(place + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
            : null;
}
