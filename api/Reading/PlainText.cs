using System;
using System.Globalization;
using System.Text;
using Aggregation.Domain.Reports;

namespace Aggregation.Api.Reading;

/// <summary>
/// How names are searched: without regard to accents, to case, to how many spaces stand between words, or to how a letter is written.
/// </summary>
public static class PlainText
{
    /// <summary>The plain letters of a text: "Đà Nẵng" is "da nang".</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = new StringBuilder(text.Length);
        foreach (var rune in ModelName.Normalize(WithoutHalves(text)).Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark)
                continue;

            // The stroke of đ is no accent to Unicode, but it is one to who types.
            plain.Append(rune.Value == 'đ' ? "d" : rune.ToString());
        }

        return plain.ToString().Trim();
    }

    // Half a surrogate pair has no normal form, and no name holds one.
    private static string WithoutHalves(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            whole.Append(rune.Value == 0xFFFE ? "\uFFFD" : rune.ToString());
        return whole.ToString();
    }
}
