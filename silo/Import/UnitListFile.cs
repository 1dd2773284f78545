using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using CsvHelper;
using CsvHelper.Configuration;

namespace Aggregation.Import;

/// <summary>
/// Reads a list of units from CSV, in the project's own columns or in one of the statistics office's two layouts, with
/// <c>,</c> or <c>;</c> between them. What cannot be read is told with its line.
/// </summary>
internal static class UnitListFile
{
    private const char ByteOrderMark = '\uFEFF';

    /// <summary>Reads a file.</summary>
    /// <param name="text">Its text, decoded.</param>
    /// <param name="faults">Takes every line that cannot be read.</param>
    public static ImmutableArray<UnitListRow> Read(string text, List<ImportFault> faults)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(faults);
        var body = text.AsSpan().TrimStart(ByteOrderMark).ToString();
        using var parser = new CsvParser(new StringReader(body), Configuration(body, faults));
        if (!parser.Read() || UnitListLayout.Find(parser.Record!) is not { } layout)
        {
            faults.Clear();
            faults.Add(ImportFault.At(1, ImportFaultCode.WrongHeader, FirstLine(body)));
            return [];
        }

        var rows = ImmutableArray.CreateBuilder<UnitListRow>();
        for (var line = parser.RawRow + 1; parser.Read(); line = parser.RawRow + 1)
        {
            var record = parser.Record!;
            if (Array.TrueForAll(record, string.IsNullOrWhiteSpace))
                continue;
            if (FindBreak(record, layout.Columns) is { } fault)
                faults.Add(ImportFault.At(line, ImportFaultCode.BrokenLine, fault));
            else
                rows.Add(layout.ToRow(line, record));
        }

        return rows.DrainToImmutable();
    }

    private static CsvConfiguration Configuration(string body, List<ImportFault> faults)
    {
        var header = FirstLine(body);
        return new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = header.Count(letter => letter == ';') > header.Count(letter => letter == ',') ? ";" : ",",
            TrimOptions = TrimOptions.Trim,
            IgnoreBlankLines = false,
            BadDataFound = bad => faults.Add(ImportFault.At(bad.Context.Parser!.RawRow, ImportFaultCode.BrokenLine, "\"")),
        };
    }

    // No name spans lines: a line feed within a field is a quote left open further up.
    private static string? FindBreak(string[] record, int columns)
    {
        if (Array.Exists(record, field => field.AsSpan().ContainsAny('\r', '\n')))
            return "\"";
        return record.Length == columns ? null : string.Create(CultureInfo.InvariantCulture, $"{record.Length} ≠ {columns}");
    }

    private static string FirstLine(string body)
    {
        var end = body.AsSpan().IndexOfAny('\r', '\n');
        return end < 0 ? body : body[..end];
    }
}
