using System.Text;

namespace Aggregation.Files.Texts;

/// <summary>Text that a spreadsheet would run as a formula, whatever it takes for the separator of a list.</summary>
internal static class FormulaText
{
    /// <summary>The text with an apostrophe before each formula: where a cell could begin, behind blanks and quotation marks.</summary>
    public static string Neutralise(string text)
    {
        StringBuilder? safe = null;
        var copied = 0;
        var mayBegin = true;
        for (var place = 0; place < text.Length; place++)
        {
            var letter = text[place];
            if (mayBegin && letter is ('=' or '+' or '-' or '@'))
            {
                (safe ??= new StringBuilder(text.Length + 8)).Append(text, copied, place - copied).Append('\'');
                copied = place;
                mayBegin = false;
            }
            else if (letter is ',' or ';' or '\t' or '\r' or '\n' or '|')
            {
                mayBegin = true;
            }
            else if (letter != '"' && !char.IsWhiteSpace(letter))
            {
                mayBegin = false;
            }
        }

        return safe?.Append(text, copied, text.Length - copied).ToString() ?? text;
    }
}
