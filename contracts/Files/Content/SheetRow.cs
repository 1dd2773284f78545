using System.Collections.Generic;

namespace Aggregation.Files.Content;

/// <summary>A row with something in it.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Cells">The cells that are not blank, in order.</param>
internal sealed record SheetRow(int Number, IReadOnlyList<SheetCell> Cells)
{
    /// <summary>True for one that is not shown.</summary>
    public bool IsHidden { get; init; }

    /// <summary>The cell of a column from 1, blank or not.</summary>
    public SheetCell this[int column]
    {
        get
        {
            foreach (var cell in Cells)
            {
                if (cell.Column == column)
                    return cell;
            }

            return new SheetCell(column, CellKind.Text, "");
        }
    }
}
