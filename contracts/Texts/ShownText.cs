using System;
using System.Globalization;
using System.Text;

namespace Aggregation.Texts;

/// <summary>How a sentence repeats what it was given: whoever sent it sees what it is, and nothing in it can do harm on a screen.</summary>
public static class ShownText
{
    /// <summary>The longest value that a sentence repeats, in UTF-16 units.</summary>
    public const int MaxLength = 80;

    /// <summary>A value at most <see cref="MaxLength"/> long, with U+FFFD in the place of whatever cannot be seen.</summary>
    public static string Visible(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length <= MaxLength && !HasInvisible(value))
            return value;

        var text = new StringBuilder(MaxLength + 1);
        foreach (var rune in value.EnumerateRunes())
        {
            if (text.Length + rune.Utf16SequenceLength > MaxLength)
                return text.Append('…').ToString();
            text.Append(IsInvisible(rune) ? "\uFFFD" : rune.ToString());
        }

        return text.ToString();
    }

    /// <summary>A day as everybody here writes days: <c>20/02/2017</c>.</summary>
    public static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static bool HasInvisible(string value)
    {
        foreach (var rune in value.EnumerateRunes())
        {
            // Half a character is enumerated as U+FFFD.
            if (rune == Rune.ReplacementChar || IsInvisible(rune))
                return true;
        }

        return false;
    }

    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
