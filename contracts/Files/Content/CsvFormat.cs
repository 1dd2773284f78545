using System;
using System.Globalization;
using System.Linq;
using CsvHelper.Configuration;

namespace Aggregation.Files.Content;

/// <summary>How a CSV file is written: what stands between its fields, and whether its first line says so.</summary>
/// <param name="Delimiter">What stands between fields.</param>
/// <param name="Declaration">The line <c>sep=;</c> by which spreadsheets are told of it, its end included; empty where there is
/// none.</param>
/// <param name="Body">The text behind it.</param>
public sealed record CsvFormat(char Delimiter, string Declaration, string Body)
{
    private const string Declares = "sep=";
    private static readonly char[] Delimiters = [',', ';', '\t'];

    /// <summary>The configuration under which a file is written.</summary>
    internal CsvConfiguration Configuration => new(CultureInfo.InvariantCulture) { Delimiter = Delimiter.ToString() };

    /// <summary>
    /// The format of a text: as it says, or the one of <c>,</c>, <c>;</c> and tab that its first row has most of. Quoted
    /// fields do not count: a label may have commas of its own.
    /// </summary>
    public static CsvFormat Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.StartsWith(Declares, StringComparison.OrdinalIgnoreCase)
            && text.Length > Declares.Length + 1
            && IsDelimiter(text[Declares.Length])
            && text[Declares.Length + 1] is '\r' or '\n')
        {
            var end = Declares.Length + (text.AsSpan(Declares.Length + 1).StartsWith("\r\n") ? 3 : 2);
            return new CsvFormat(text[Declares.Length], text[..end], text[end..]);
        }

        return new CsvFormat(DelimiterOf(text), "", text);
    }

    private static bool IsDelimiter(char letter) =>
        letter == '\t' || (letter != '"' && (char.IsPunctuation(letter) || char.IsSymbol(letter)));

    private static char DelimiterOf(string text)
    {
        var counts = new int[Delimiters.Length];
        var isQuoted = false;
        foreach (var letter in text)
        {
            if (letter == '"')
                isQuoted = !isQuoted;
            else if (isQuoted)
                continue;
            else if (letter is '\r' or '\n')
                break;
            else if (Array.IndexOf(Delimiters, letter) is >= 0 and var place)
                counts[place]++;
        }

        return Delimiters[Array.IndexOf(counts, counts.Max())];
    }
}
