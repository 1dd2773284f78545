using System;
using System.Collections.Generic;
using System.Globalization;
using Aggregation.Files.Content;

namespace Aggregation.Files.Marking;

/// <summary>A copy of a file in which every fault stands where it is: a workbook gets coloured cells, comments and a list, CSV a column.</summary>
public static class MarkedFile
{
    /// <summary>Makes the copy.</summary>
    /// <param name="content">The file.</param>
    /// <param name="faults">What is wrong with it.</param>
    /// <param name="language">Of the headings: English, or else Vietnamese.</param>
    /// <returns>Null for a file that cannot be read at all, in which there is nowhere to mark anything.</returns>
    public static byte[]? Mark(ReadOnlyMemory<byte> content, IReadOnlyList<FileFault> faults, CultureInfo language)
    {
        ArgumentNullException.ThrowIfNull(faults);
        ArgumentNullException.ThrowIfNull(language);
        var reading = new FaultList(language);
        if (content.Length > FileLimits.MaxBytes || WorkbookArchive.IsOldWorkbook(content.Span))
            return null;
        if (WorkbookArchive.IsArchive(content.Span))
            return WorkbookSheets.Read(content.ToArray(), reading) is null ? null : MarkedWorkbook.Mark(content.Span, faults, language);
        return CsvText.Decode(content.Span, reading) is { } text ? MarkedCsv.Mark(text, faults, language) : null;
    }
}
