using System;
using System.Globalization;
using System.Text;

namespace Aggregation.Domain.Reports;

/// <summary>
/// How names of models are compared: after Unicode composition, trimming, collapsing of white space and case folding, wherever in a
/// syllable its tone mark is written ("Hoà" and "Hòa" are the same name), and with whichever character a letter is written.
/// </summary>
public static class ModelName
{
    /// <summary>The longest name accepted, in UTF-16 units after trimming.</summary>
    public const int MaxLength = 200;

    private const string ToneMarks = "\u0300\u0301\u0303\u0309\u0323";

    /// <summary>The form by which two spellings of one name are equal; empty when nothing visible is left.</summary>
    /// <param name="name">Any text without lone surrogates.</param>
    /// <param name="form">The version of the form.</param>
    public static string Normalize(string name, NameForm form = NameForm.LettersFolded)
    {
        ArgumentNullException.ThrowIfNull(name);
        // Decomposed before folding too: a letter and its marks fold alike whether they were written as one character or several.
        var source = name.Normalize(NormalizationForm.FormD);
        if (form == NameForm.LettersFolded)
            source = Spelling.Fold(source);
        source = source.ToUpperInvariant().ToLowerInvariant().Normalize(NormalizationForm.FormD);
        var normal = new StringBuilder(source.Length);
        var tones = new StringBuilder(2);
        var gap = false;

        foreach (var letter in source.EnumerateRunes())
        {
            if (letter.IsBmp && ToneMarks.Contains((char)letter.Value, StringComparison.Ordinal))
            {
                tones.Append((char)letter.Value);
                continue;
            }

            var category = Rune.GetUnicodeCategory(letter);
            if (category is UnicodeCategory.Format or UnicodeCategory.Control && !Rune.IsWhiteSpace(letter))
                continue;

            // No mark ends a word: composition moves marks past each other, and would carry a tone into the next word.
            if (!Rune.IsLetter(letter) && category is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark))
            {
                EndWord(normal, tones);
            }

            if (Rune.IsWhiteSpace(letter))
            {
                gap = normal.Length > 0;
                continue;
            }

            if (gap)
                normal.Append(' ');
            gap = false;
            if (letter.IsBmp)
                normal.Append((char)letter.Value);
            else
                normal.Append(letter.ToString());
        }

        EndWord(normal, tones);
        return normal.ToString().Normalize(NormalizationForm.FormC);
    }

    // A Vietnamese syllable carries one tone, so its mark can stand at the end of the word without loss.
    private static void EndWord(StringBuilder normal, StringBuilder tones)
    {
        normal.Append(tones);
        tones.Clear();
    }
}
