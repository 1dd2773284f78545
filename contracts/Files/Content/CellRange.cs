using System;
using System.Globalization;

namespace Aggregation.Files.Content;

/// <summary>Cells that a workbook shows as one.</summary>
/// <param name="Top">The first row, from 1.</param>
/// <param name="Left">The first column, from 1.</param>
/// <param name="Bottom">The last row.</param>
/// <param name="Right">The last column.</param>
internal readonly record struct CellRange(int Top, int Left, int Bottom, int Right)
{
    /// <summary>Reads a range such as <c>D2:D3</c>; null for what is none.</summary>
    public static CellRange? Read(string reference)
    {
        var colon = reference.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && Corner(reference.AsSpan(0, colon)) is { } first && Corner(reference.AsSpan(colon + 1)) is { } last
            ? new CellRange(first.Row, first.Column, last.Row, last.Column)
            : null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{new CellPlace(null, Top, Left).Cell}:{new CellPlace(null, Bottom, Right).Cell}";

    private static (int Row, int Column)? Corner(ReadOnlySpan<char> reference)
    {
        var column = CellPlace.ColumnOf(reference);
        return column > 0 && int.TryParse(
            reference.TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var row) ? (row, column) : null;
    }
}
