namespace Aggregation.Files.Marking;

/// <summary>A cell with a fault.</summary>
/// <param name="Row">Its row, from 1.</param>
/// <param name="Column">Its column, from 1.</param>
/// <param name="Text">What is wrong with it.</param>
internal sealed record MarkedCell(int Row, int Column, string Text)
{
    /// <summary>The cell in A1 notation.</summary>
    public string Reference => new CellPlace(null, Row, Column).Cell!;
}
