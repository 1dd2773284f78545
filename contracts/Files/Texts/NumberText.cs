using System;
using System.Globalization;
using System.Linq;

namespace Aggregation.Files.Texts;

/// <summary>
/// Whole numbers as people write them: <c>1234</c>, <c>1 234</c>, <c>1.234.567</c> and <c>1,234,567</c>. <c>1.234</c> and
/// <c>1,234</c> are a thousand to one reader and a little more than one to the other, and are read by neither.
/// </summary>
internal static class NumberText
{
    private const int MostDigits = 18;

    /// <summary>Reads a number.</summary>
    /// <param name="text">The text, trimmed and not empty.</param>
    /// <param name="number">The number, where it is one.</param>
    public static NumberReading Read(string text, out long number)
    {
        number = 0;
        var isNegative = text[0] is '-' or '\u2212';
        var parts = (isNegative ? text[1..] : text).Split([' ', '\u00a0', '\u202f', '.', ',']);
        var separators = (isNegative ? text[1..] : text).Where(letter => !char.IsAsciiDigit(letter))
            .Select(letter => letter is '.' or ',' ? letter : ' ')
            .ToArray();
        if (separators.Length != parts.Length - 1 || separators.Distinct().Count() > 1 || !Array.TrueForAll(parts, part => part.Length > 0))
            return NumberReading.NotWhole;
        if (parts.Length > 1 && (parts[0].Length > 3 || parts.Skip(1).Any(part => part.Length != 3)))
            return NumberReading.NotWhole;
        if (parts.Length == 2 && separators[0] != ' ')
            return NumberReading.Ambiguous;

        var digits = string.Concat(parts);
        number = digits.Length > MostDigits ? long.MaxValue : long.Parse(digits, CultureInfo.InvariantCulture);
        if (isNegative)
            number = -number;
        return NumberReading.Whole;
    }
}
