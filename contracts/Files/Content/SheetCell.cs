namespace Aggregation.Files.Content;

/// <summary>A cell.</summary>
/// <param name="Column">Its column, from 1.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Text">Its content as text.</param>
internal readonly record struct SheetCell(int Column, CellKind Kind, string Text)
{
    /// <summary>True when there is nothing to see in it.</summary>
    public bool IsBlank => Kind == CellKind.Text && string.IsNullOrWhiteSpace(Text);
}
