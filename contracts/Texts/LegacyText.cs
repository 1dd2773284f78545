using System;
using System.Collections.Frozen;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace Aggregation.Texts;

/// <summary>
/// Recognises Vietnamese text in an encoding older than Unicode: the one under which most words become Vietnamese
/// syllables, where that is more than are syllables as the text stands.
/// </summary>
public static partial class LegacyText
{
    private const int MostLetters = 64 * 1024;
    private const int MostLettersOfText = 128;
    private const int FewestSyllables = 2;

    private const int MostLettersOfSyllable = 7;

    private static readonly FrozenDictionary<char, char> Toneless = ListToned();

    private static readonly Encoding Windows1258 = CodePagesEncodingProvider.Instance.GetEncoding(1258)!;

    /// <summary>The encoding's name for bytes that are not UTF-8; null when it is none of those known.</summary>
    public static string? Find(ReadOnlySpan<byte> bytes)
    {
        var some = bytes[..Math.Min(bytes.Length, MostLetters)];
        return Best(Encoding.Latin1.GetString(some), Windows1258.GetString(some).Normalize(NormalizationForm.FormC), FewestSyllables);
    }

    /// <summary>The encoding's name for text that a program has taken for Latin letters; null when the text is what it seems.</summary>
    public static string? Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var some = text.Length > MostLettersOfText ? text[..MostLettersOfText] : text;
        return Ascii.IsValid(some) || some.Any(letter => letter > '\u00ff' && char.IsLetter(letter))
            ? null
            : Best(UnicodeText.Repair(some).Normalize(NormalizationForm.FormC), null, 1);
    }

    // All in one composed form: a letter is one character.
    private static string? Best(string latin, string? windows, int fewest)
    {
        var (name, score) = new[]
        {
            ("TCVN3 (ABC)", ScoreOf(Tcvn3.Decode(latin))),
            ("VNI", ScoreOf(Vni.Decode(latin))),
            ("Windows-1258", windows is null ? 0 : ScoreOf(windows))
        }
            .MaxBy(candidate => candidate.Item2);
        return score >= fewest && score > ScoreOf(latin) ? name : null;
    }

    // Words of plain letters alone say nothing about the encoding.
    private static int ScoreOf(string text)
    {
        var score = 0;
        foreach (var word in Words().EnumerateMatches(text))
        {
            var letters = text.AsSpan(word.Index, word.Length);
            if (!Ascii.IsValid(letters))
                score += IsSyllable(letters) ? 1 : -1;
        }

        return score;
    }

    private static bool IsSyllable(ReadOnlySpan<char> word)
    {
        if (word.Length > MostLettersOfSyllable)
            return false;
        Span<char> letters = stackalloc char[MostLettersOfSyllable];
        var tones = 0;
        for (var place = 0; place < word.Length; place++)
        {
            var letter = char.ToLowerInvariant(word[place]);
            var isToned = Toneless.TryGetValue(letter, out var toneless);
            letters[place] = isToned ? toneless : letter;
            tones += isToned ? 1 : 0;
        }

        return tones <= 1 && !BrokenCase().IsMatch(word) && Syllable().IsMatch(letters[..word.Length]);
    }

    private static FrozenDictionary<char, char> ListToned()
    {
        var toned = from vowel in "aăâeêioôơuưy"
                    from tone in "\u0300\u0301\u0303\u0309\u0323"
                    select ($"{vowel}{tone}".Normalize(NormalizationForm.FormC)[0], vowel);
        return toned.ToFrozenDictionary(pair => pair.Item1, pair => pair.vowel);
    }

    // With the signs that are letters in an older encoding, such as § and ¨, but not the quotation marks among them.
    [GeneratedRegex("[\\p{L}\\p{M}\u00a1-\u00aa\u00ac-\u00ba\u00bc-\u00bf]+", RegexOptions.None, 1000)]
    private static partial Regex Words();

    // A capital decoded to a small letter: it was one.
    [GeneratedRegex(@"\p{Ll}\p{Lu}", RegexOptions.None, 1000)]
    private static partial Regex BrokenCase();

    [GeneratedRegex(
        "^(ngh?|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx])?"
        + "(a[iouy]?|ă|â[uy]?|eo?|êu?|i[au]?|iêu?|o[aeio]?|oa[iyo]|oă|oeo|ôi?|ơi?|u[aiyêơ]?|uây?|uôi?|uy[aêu]|ư[aiu]?|ươ[iu]?|y(êu?)?)"
        + "(ch|ng|nh|[cmnpt])?$",
        RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Syllable();
}
