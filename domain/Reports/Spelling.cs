using System;
using System.Buffers;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Aggregation.Domain.Reports;

/// <summary>
/// How a name is written down: composed, in one spelling of each letter that has several, with single spaces. Two spellings that nobody
/// can tell apart on paper are one.
/// </summary>
public static class Spelling
{
    private const char Capital = '\u0110', Small = '\u0111';

    // Eth, the African and the short-stroke D, as fonts and converters confuse them with the Vietnamese one.
    private const string Capitals = "\u00D0\u0189\uA7C7", Smalls = "\u00F0\u0256\uA7C8";

    // The stroke as a mark of its own, after a D.
    private const string Strokes = "\u0335\u0336";

    // Most names hold nothing else, and are told by it without a look at their letters.
    private static readonly SearchValues<char> AlreadyPlain = SearchValues.Create(
        [.. Enumerable.Range(0, 0x2000).Select(point => (char)point).Where(letter => !Strokes.Contains(letter, StringComparison.Ordinal)
            && WithPlainLetters(letter.ToString()) == letter.ToString())]);

    /// <summary>The spelling to keep and to show.</summary>
    /// <param name="text">Any text without lone surrogates.</param>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var composed = WithOneD(text.Normalize(NormalizationForm.FormD)).Normalize(NormalizationForm.FormC);
        return string.Join(' ', composed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>
    /// The same text with one spelling of each letter and digit: every Đ is U+0110, and wide, ligated and styled ones are those they
    /// stand for.
    /// </summary>
    /// <param name="decomposed">Text in normal form D.</param>
    internal static string Fold(string decomposed) =>
        decomposed.AsSpan().ContainsAnyExcept(AlreadyPlain) ? WithPlainLetters(decomposed) : decomposed;

    private static string WithPlainLetters(string decomposed)
    {
        var plain = new StringBuilder(decomposed.Length);
        foreach (var letter in decomposed.EnumerateRunes())
        {
            var written = letter.ToString();
            plain.Append(Rune.IsLetterOrDigit(letter) ? PlainLetter(written) : written);
        }

        return WithOneD(plain.ToString().Normalize(NormalizationForm.FormD));
    }

    // Where it stands for something that is more than letters (a bracketed one), it stays what it is.
    private static string PlainLetter(string written)
    {
        var plain = written.Normalize(NormalizationForm.FormKD);
        return plain.EnumerateRunes().All(letter => Rune.IsLetterOrDigit(letter)
            || Rune.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark) ? plain : written;
    }

    private static string WithOneD(string text)
    {
        if (!text.AsSpan().ContainsAny(Capitals) && !text.AsSpan().ContainsAny(Smalls) && !text.AsSpan().ContainsAny(Strokes))
            return text;
        var one = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (Strokes.Contains(letter, StringComparison.Ordinal) && one.Length > 0 && one[^1] is 'D' or 'd')
                one[^1] = one[^1] == 'D' ? Capital : Small;
            else if (Capitals.Contains(letter, StringComparison.Ordinal))
                one.Append(Capital);
            else
                one.Append(Smalls.Contains(letter, StringComparison.Ordinal) ? Small : letter);
        }

        return one.ToString();
    }
}
