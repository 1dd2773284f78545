using System;
using System.Globalization;

namespace Aggregation.Reports;

/// <summary>What texts may hold: visible characters, and not too many.</summary>
public static class ReportText
{
    /// <summary>The longest idempotency key, in UTF-16 units.</summary>
    public const int MaxKeyLength = 64;

    /// <summary>The longest note, in UTF-16 units.</summary>
    public const int MaxNoteLength = 500;

    /// <summary>What is wrong with a text that must say something, as a fault without a pointer; null when nothing is.</summary>
    /// <param name="text">The text.</param>
    /// <param name="maxLength">The greatest length, in UTF-16 units.</param>
    public static Fault? FaultOf(string text, int maxLength)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (string.IsNullOrWhiteSpace(text))
            return Fault.At("", FaultCode.Empty);
        if (text.Length > maxLength)
            return Fault.At("", FaultCode.TooLong, text.Length.ToString(CultureInfo.InvariantCulture), maxLength.ToString(CultureInfo.InvariantCulture));
        foreach (var letter in text)
        {
            if (IsForbidden(letter))
                return Fault.At("", FaultCode.ForbiddenCharacter, string.Create(CultureInfo.InvariantCulture, $"U+{(int)letter:X4}"));
        }

        return null;
    }

    // Control characters, line and paragraph separators, non-characters, and the marks that make text read in another order than it is stored.
    private static bool IsForbidden(char letter) =>
        char.IsControl(letter)
        || letter is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or >= '\uFFFE' or (>= '\uFDD0' and <= '\uFDEF');
}
