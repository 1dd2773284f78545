using System.Globalization;

namespace Aggregation.Texts;

/// <summary>
/// Text that is no Unicode text: halves of characters, and the one code point that stands for a swapped byte order. Nothing can compose
/// or send it.
/// </summary>
public static class UnicodeText
{
    private const char SwappedOrder = '\uFFFE';
    private const char Replacement = '\uFFFD';

    /// <summary>The first such character, as <c>U+D800</c>; null when there is none.</summary>
    public static string? FindInvalid(string text)
    {
        for (var place = 0; place < text.Length; place++)
        {
            if (LengthAt(text, place) is 0)
                return string.Create(CultureInfo.InvariantCulture, $"U+{(int)text[place]:X4}");
            place += LengthAt(text, place) - 1;
        }

        return null;
    }

    /// <summary>The text with the replacement character in the place of each of them.</summary>
    public static string Repair(string text)
    {
        if (FindInvalid(text) is null)
            return text;
        return string.Create(text.Length, text, static (repaired, broken) =>
        {
            for (var place = 0; place < broken.Length; place++)
            {
                var length = LengthAt(broken, place);
                repaired[place] = length == 0 ? Replacement : broken[place];
                if (length == 2)
                    repaired[++place] = broken[place];
            }
        });
    }

    // 0 where no character begins.
    private static int LengthAt(string text, int place)
    {
        if (!char.IsSurrogate(text[place]))
            return text[place] == SwappedOrder ? 0 : 1;
        return place + 1 < text.Length && char.IsSurrogatePair(text[place], text[place + 1]) ? 2 : 0;
    }
}
