using System;
using System.Globalization;
using System.Text;
using Aggregation.Texts;

namespace Aggregation.Files.Texts;

/// <summary>
/// How names, headings and labels of a file are compared: without regard to Unicode composition, case, white space, and
/// to where in a word its tone mark is written ("Hoà" and "Hòa" are the same name). Accents count.
/// </summary>
public static class NameText
{
    private const string ToneMarks = "\u0300\u0301\u0303\u0309\u0323";

    /// <summary>The form by which two spellings of one name are equal; empty when nothing visible is left.</summary>
    public static string Normalize(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var normal = new StringBuilder(name.Length + 8);
        var tones = new StringBuilder(2);
        foreach (var letter in UnicodeText.Repair(name).ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (char.IsWhiteSpace(letter))
                EndWord(normal, tones);
            else if (ToneMarks.Contains(letter, StringComparison.Ordinal))
                tones.Append(letter);
            else if (char.GetUnicodeCategory(letter) is not (UnicodeCategory.Format or UnicodeCategory.Control))
                normal.Append(letter);
        }

        EndWord(normal, tones);
        return normal.ToString().TrimEnd().Normalize(NormalizationForm.FormC);
    }

    // A Vietnamese syllable carries one tone, so its mark can stand at the end of the word without loss.
    private static void EndWord(StringBuilder normal, StringBuilder tones)
    {
        normal.Append(tones);
        tones.Clear();
        if (normal.Length > 0 && normal[^1] != ' ')
            normal.Append(' ');
    }
}
