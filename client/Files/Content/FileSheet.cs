using System.Collections.Generic;

namespace Aggregation.Files.Content;

/// <summary>A sheet of a file.</summary>
/// <param name="Name">Its name; null for the only one of a CSV file.</param>
/// <param name="Rows">The rows with something in them, in order.</param>
internal sealed record FileSheet(string? Name, IReadOnlyList<SheetRow> Rows)
{
    /// <summary>The place of a cell.</summary>
    public CellPlace At(int row, int column) => new(Name, row, column);
}
