using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using CsvHelper;
using CsvHelper.Configuration;

namespace Aggregation.Files.Content;

/// <summary>Reads a CSV file with <c>,</c> or <c>;</c> between its fields, whichever its first row has more of.</summary>
internal static class CsvSheet
{
    /// <summary>Reads a file's text; null when it is over a limit.</summary>
    public static FileSheet? Read(string text, FaultList faults)
    {
        var broken = false;
        using var parser = new CsvParser(new StringReader(text), ConfigurationOf(DelimiterOf(text), () => broken = true));
        var size = new SheetSize(faults);
        var rows = new List<SheetRow>();
        while (parser.Read())
        {
            if (broken || parser.RawRecord.AsSpan().Count('"') % 2 > 0)
                faults.Add(new CellPlace(null, parser.Row, 0), FileFaultCode.BrokenQuotes);
            broken = false;
            var cells = parser.Record!.Select((field, place) => new SheetCell(place + 1, CellKind.Text, field)).Where(cell => !cell.IsBlank).ToArray();
            if (cells.Length == 0)
                continue;
            rows.Add(new SheetRow(parser.Row, cells));
            if (!size.TryAdd(null, rows[^1]))
                return null;
        }

        return new FileSheet(null, rows);
    }

    /// <summary>The configuration under which a file is read, and its marked copy written.</summary>
    /// <param name="delimiter">What stands between fields.</param>
    /// <param name="onBadData">Told of a quotation mark out of place.</param>
    public static CsvConfiguration ConfigurationOf(char delimiter, Action onBadData) => new(CultureInfo.InvariantCulture)
    {
        Delimiter = delimiter.ToString(),
        IgnoreBlankLines = false,
        BadDataFound = _ => onBadData(),
    };

    /// <summary>What stands between the fields of a text. Quoted fields do not count: a label may have commas of its own.</summary>
    public static char DelimiterOf(string text)
    {
        var balance = 0;
        var quoted = false;
        foreach (var letter in text)
        {
            if (letter == '"')
                quoted = !quoted;
            else if (quoted)
                continue;
            else if (letter is '\r' or '\n')
                break;
            else
                balance += letter switch { ';' => 1, ',' => -1, _ => 0 };
        }

        return balance > 0 ? ';' : ',';
    }
}
