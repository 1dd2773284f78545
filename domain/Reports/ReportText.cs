using System;
using System.Globalization;
using Aggregation.Texts;

namespace Aggregation.Domain.Reports;

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
            return Fault.At(
                "",
                FaultCode.TooLong,
                text.Length.ToString(CultureInfo.InvariantCulture),
                maxLength.ToString(CultureInfo.InvariantCulture));
        foreach (var letter in text)
        {
            if (ReadableText.IsForbidden(letter))
                return Fault.At("", FaultCode.ForbiddenCharacter, string.Create(CultureInfo.InvariantCulture, $"U+{(int)letter:X4}"));
        }

        return null;
    }

    /// <summary>What is wrong with a text that people are to read, as a fault without a pointer; null when nothing is.</summary>
    /// <param name="text">The text.</param>
    /// <param name="maxLength">The greatest length, in UTF-16 units.</param>
    public static Fault? FaultOfReadable(string text, int maxLength) =>
        FaultOf(text, maxLength) ?? (ReadableText.Find(text) is { } found ? Fault.At("", found.Code, found.Detail) : null);
}
