using System;
using System.Globalization;

namespace Aggregation.Texts;

/// <summary>Tells text that people can read from what programs have made of it. Keeps no state; safe for concurrent use.</summary>
public static class ReadableText
{
    /// <summary>What is wrong with a text; null when it is one.</summary>
    /// <param name="text">The text; may break its lines.</param>
    public static TextFault? Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (TwiceEncoded.Has(text))
            return new TextFault(TextFaultCode.EncodedTwice, text);
        if (EscapedText.Decode(text) != text)
            return new TextFault(TextFaultCode.EscapedText, text);
        if (FindForbidden(text) is { } character)
            return new TextFault(TextFaultCode.ForbiddenCharacter, character);
        return LegacyText.Find(text) is { } encoding ? new TextFault(TextFaultCode.LegacyEncoding, encoding) : null;
    }

    private static string? FindForbidden(string text)
    {
        if (UnicodeText.FindInvalid(text) is { } invalid)
            return invalid;
        foreach (var letter in text)
        {
            if (letter is not ('\t' or '\r' or '\n') && IsForbidden(letter))
                return string.Create(CultureInfo.InvariantCulture, $"U+{(int)letter:X4}");
        }

        return null;
    }

    /// <summary>
    /// Whether a character is a control, breaks a line where none can break, makes text read in another order than it is
    /// stored, or stands for one that was lost or is none.
    /// </summary>
    public static bool IsForbidden(char letter) =>
        char.IsControl(letter)
        || letter is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E')
            or (>= '\u2066' and <= '\u2069') or >= '\uFFFD' or (>= '\uFDD0' and <= '\uFDEF');
}
