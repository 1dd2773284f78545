using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Aggregation.Texts;

namespace Aggregation.Files.Content;

/// <summary>Reads a CSV file with <c>,</c>, <c>;</c> or tab between its fields.</summary>
internal static class CsvSheet
{
    /// <summary>Reads a file's text; null when it is over a limit.</summary>
    public static FileSheet? Read(string text, FaultList faults, CancellationToken cancellationToken)
    {
        var format = CsvFormat.Of(text);
        var records = new CsvRecords(format.Body, format.Delimiter, cancellationToken);
        var size = new SheetSize(faults);
        var rows = new List<SheetRow>();
        while (records.Read())
        {
            var place = new CellPlace(null, records.Number, 0);
            if (records.IsTooLong)
            {
                faults.Add(place, FileFaultCode.TooLongRow, FileLimits.MaxRowLength);
                return null;
            }

            if (records.IsBroken)
            {
                faults.Add(place, FileFaultCode.BrokenQuotes);
                if (rows.Count == 0)
                    return null;
                continue;
            }

            if (CellsOf(records.Fields) is not { Length: > 0 } cells)
                continue;
            if (cells.FirstOrDefault(cell => cell.Text.Length > FileLimits.MaxTextLength) is { Column: > 0 } tooLong)
            {
                faults.Add(place with { Column = tooLong.Column }, FileFaultCode.TooLongText, FileLimits.MaxTextLength);
                return null;
            }

            rows.Add(new SheetRow(records.Number, cells));
            if (!size.TryAdd(null, rows[^1]))
                return null;
        }

        return new FileSheet(null, rows);
    }

    // Null for a row of nothing, of which a file may have millions.
    private static SheetCell[]? CellsOf(IReadOnlyList<string> fields)
    {
        List<SheetCell>? cells = null;
        for (var place = 0; place < fields.Count; place++)
        {
            if (!string.IsNullOrWhiteSpace(fields[place])
                && new SheetCell(place + 1, CellKind.Text, EscapedText.Decode(fields[place])) is { IsBlank: false } cell)
            {
                (cells ??= []).Add(cell);
            }
        }

        return cells?.ToArray();
    }
}
