using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using Aggregation.Files.Content;

namespace Aggregation.Files.Marking;

/// <summary>
/// A copy of a file in which every fault stands where it is: a workbook gets coloured cells, comments and a list, CSV a column.
/// </summary>
public static class MarkedFile
{
    /// <summary>Makes the copy.</summary>
    /// <param name="content">The file.</param>
    /// <param name="faults">What is wrong with it.</param>
    /// <param name="language">Of the headings: English, or else Vietnamese.</param>
    /// <param name="cancellationToken">Ends the making.</param>
    /// <returns>Null for a file that cannot be read at all, in which there is nowhere to mark anything.</returns>
    public static byte[]? Mark(
        ReadOnlyMemory<byte> content,
        IReadOnlyList<FileFault> faults,
        CultureInfo language,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(faults);
        ArgumentNullException.ThrowIfNull(language);
        var reading = new FaultList(language);
        if (content.Length > FileLimits.MaxBytes || WorkbookPackage.IsOldWorkbook(content.Span))
            return null;
        if (!WorkbookPackage.IsArchive(content.Span))
            return CsvText.Decode(content.Span, reading) is { } text ? MarkedCsv.Mark(text, faults, language, cancellationToken) : null;
        try
        {
            return MarkedWorkbook.Mark(content.ToArray(), faults, language, cancellationToken);
        }
        catch (Exception exception) when (exception is FileLimitException || WorkbookSheets.IsOfDamage(exception))
        {
            return null;
        }
    }
}
