using System.Collections.Generic;
using System.Linq;

namespace Aggregation.Files.Content;

/// <summary>A sheet of a file.</summary>
/// <param name="Name">Its name; null for the only one of a CSV file.</param>
/// <param name="Rows">The rows with something in them, in order.</param>
internal sealed record FileSheet(string? Name, IReadOnlyList<SheetRow> Rows)
{
    /// <summary>True for one that is not shown.</summary>
    public bool IsHidden { get; init; }

    /// <summary>The first and last columns that are not shown, from 1.</summary>
    public IReadOnlyList<(int First, int Last)> HiddenColumns { get; init; } = [];

    /// <summary>Cells that are shown as one.</summary>
    public IReadOnlyList<CellRange> Merged { get; init; } = [];

    /// <summary>The place of a cell.</summary>
    public CellPlace At(int row, int column) => new(Name, row, column);

    /// <summary>Whether a column is not shown.</summary>
    public bool IsHiddenColumn(int column) => HiddenColumns.Any(hidden => hidden.First <= column && column <= hidden.Last);
}
