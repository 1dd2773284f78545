using System;
using System.Text;

namespace Aggregation.Texts;

/// <summary>
/// VNI for Windows, the encoding of the fonts <c>VNI-…</c>: a letter and then its marks, shown by others as <c>Coäng hoøa</c>.
/// </summary>
internal static class Vni
{
    private const string Singles = "ñôöæóòîíì";
    private const string SingleLetters = "đơưỉĩịỵíì";
    private const string Bearers = "aeouyơư";

    // Sắc, huyền, hỏi, ngã, nặng alone; then with circumflex; then with breve.
    private const string Marks = "ùøûõïâáàåãäêéèúüë";

    private static readonly string[] Combining =
    [
        "\u0301", "\u0300", "\u0309", "\u0303", "\u0323",
        "\u0302", "\u0302\u0301", "\u0302\u0300", "\u0302\u0309", "\u0302\u0303", "\u0302\u0323",
        "\u0306", "\u0306\u0301", "\u0306\u0300", "\u0306\u0309", "\u0306\u0303", "\u0306\u0323",
    ];

    /// <summary>The text that was meant by bytes read as Latin-1.</summary>
    public static string Decode(string latin)
    {
        var text = new StringBuilder(latin.Length * 2);
        for (var place = 0; place < latin.Length; place++)
        {
            var letter = SingleOf(latin[place]);
            text.Append(letter);
            if (place + 1 < latin.Length && Bearers.Contains(char.ToLowerInvariant(letter), StringComparison.Ordinal)
                && Marks.IndexOf(char.ToLowerInvariant(latin[place + 1]), StringComparison.Ordinal) is >= 0 and var mark)
            {
                text.Append(Combining[mark]);
                place++;
            }
        }

        return text.ToString().Normalize(NormalizationForm.FormC);
    }

    private static char SingleOf(char letter)
    {
        var place = Singles.IndexOf(char.ToLowerInvariant(letter), StringComparison.Ordinal);
        if (place < 0)
            return letter;
        return char.IsUpper(letter) ? char.ToUpperInvariant(SingleLetters[place]) : SingleLetters[place];
    }
}
