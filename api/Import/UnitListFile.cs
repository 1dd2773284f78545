using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading;
using Aggregation.Domain.Import;
using Aggregation.Files;
using Aggregation.Files.Content;
using Aggregation.Texts;

namespace Aggregation.Api.Import;

/// <summary>
/// Reads a list of units from CSV, in the project's own columns or in one of the statistics office's two layouts, with
/// <c>,</c>, <c>;</c> or tab between them. What cannot be read is told with its line.
/// </summary>
internal static class UnitListFile
{
    private const char ByteOrderMark = '\uFEFF';
    private const int LongestEcho = 200;
    private const int MostFaults = 10_000;

    /// <summary>Reads a file.</summary>
    /// <param name="text">Its text, decoded.</param>
    /// <param name="faults">Takes every line that cannot be read, as many as are told.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="OperationCanceledException">The reading was ended.</exception>
    public static ImmutableArray<UnitListRow> Read(string text, List<ImportFault> faults, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(faults);
        var format = CsvFormat.Of(text.AsSpan().TrimStart(ByteOrderMark).ToString());
        var records = new CsvRecords(format.Body, format.Delimiter, cancellationToken);
        if (!records.Read() || UnitListLayout.Find(FieldsOf(records)) is not { } layout)
        {
            faults.Add(ImportFault.At(1, ImportFaultCode.WrongHeader, FirstLine(format.Body)));
            return [];
        }

        var before = format.Declaration.Length > 0 ? 1 : 0;
        var rows = ImmutableArray.CreateBuilder<UnitListRow>();
        while (faults.Count < MostFaults && records.Read())
        {
            var line = records.Line + before;
            var fields = FieldsOf(records);
            if (records.IsTooLong)
                faults.Add(ImportFault.At(
                    line,
                    ImportFaultCode.TooLongLine,
                    FileLimits.MaxRowLength.ToString(CultureInfo.InvariantCulture)));
            else if (records.IsBroken)
                faults.Add(ImportFault.At(line, ImportFaultCode.BrokenLine, "\""));
            else if (Array.TrueForAll(fields, string.IsNullOrWhiteSpace))
                continue;
            else if (FindBreak(fields, layout.Columns) is { } fault)
                faults.Add(ImportFault.At(line, ImportFaultCode.BrokenLine, fault));
            else
                rows.Add(layout.ToRow(line, fields));
        }

        return rows.DrainToImmutable();
    }

    private static string[] FieldsOf(CsvRecords records) => [.. records.Fields.Select(field => EscapedText.Decode(field.Trim()).Trim())];

    // No name spans lines: a line feed within a field is a quote left open further up.
    private static string? FindBreak(string[] fields, int columns)
    {
        if (Array.Exists(fields, field => field.AsSpan().ContainsAny('\r', '\n')))
            return "\"";
        return fields.Length == columns ? null : string.Create(CultureInfo.InvariantCulture, $"{fields.Length} ≠ {columns}");
    }

    private static string FirstLine(string body)
    {
        var end = body.AsSpan().IndexOfAny('\r', '\n');
        return body[..Math.Min(end < 0 ? body.Length : end, LongestEcho)];
    }
}
