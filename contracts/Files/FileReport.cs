using System;
using System.Collections.Generic;
using Aggregation.Contracts;

namespace Aggregation.Files;

/// <summary>A report as a file states it.</summary>
/// <param name="report">The report.</param>
/// <param name="isWhole">False when some of its cells could not be read: then it is only for finding what else is wrong.</param>
/// <param name="place">The row that it begins with.</param>
/// <param name="places">The cells of its fields, by their JSON pointers within the report.</param>
public sealed class FileReport(Report report, bool isWhole, CellPlace place, IReadOnlyDictionary<string, CellPlace> places)
{
    /// <summary>The report.</summary>
    public Report Report { get; } = report;

    /// <summary>False when some of its cells could not be read: then it is only for finding what else is wrong.</summary>
    public bool IsWhole { get; } = isWhole;

    /// <summary>The row that it begins with.</summary>
    public CellPlace Place { get; } = place;

    /// <summary>The same report under another key.</summary>
    internal FileReport WithKey(string key) => new(Report with { IdempotencyKey = key }, IsWhole, Place, places);

    /// <summary>The same report, whose sender stands by what is unusual about it.</summary>
    internal FileReport Confirming(IReadOnlyList<string> codes) =>
        new(Report with { Confirm = [.. Report.Confirm ?? [], .. codes] }, IsWhole, Place, places);

    /// <summary>The cell that a field of the report was read from; the report's row where no cell says it.</summary>
    /// <param name="pointer">A JSON pointer within the report: <c>/counts/agencies</c>.</param>
    public CellPlace PlaceOf(string pointer)
    {
        ArgumentNullException.ThrowIfNull(pointer);
        for (var length = pointer.Length; length > 0; length = pointer.LastIndexOf('/', length - 1))
        {
            if (places.TryGetValue(pointer[..length], out var cell))
                return cell;
        }

        return Place;
    }
}
