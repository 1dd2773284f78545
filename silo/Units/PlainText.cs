using System;
using System.Globalization;
using System.Text;

namespace Aggregation.Units;

/// <summary>How names are searched: without regard to accents, to case, or to how many spaces stand between words.</summary>
public static class PlainText
{
    /// <summary>The plain letters of a text: "Đà Nẵng" is "da nang".</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = new StringBuilder(text.Length);
        var gap = false;
        foreach (var rune in Decompose(text).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                gap = plain.Length > 0;
                continue;
            }

            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format or UnicodeCategory.Control)
                continue;
            if (gap)
                plain.Append(' ');
            gap = false;

            // The stroke of đ is no accent to Unicode, but it is one to who types.
            plain.Append(rune.Value is 'đ' or 'Đ' ? "d" : Rune.ToLowerInvariant(rune).ToString());
        }

        return plain.ToString();
    }

    private static string Decompose(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormD);
        }
        catch (ArgumentException)
        {
            // Half a surrogate pair has no normal form, and no name holds one.
            return text;
        }
    }
}
