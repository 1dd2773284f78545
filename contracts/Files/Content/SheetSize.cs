namespace Aggregation.Files.Content;

/// <summary>Counts what is read of one file, and tells the first limit that is passed.</summary>
/// <param name="faults">Where it tells it.</param>
internal sealed class SheetSize(FaultList faults)
{
    private int rows;
    private int cells;

    /// <summary>Counts a row with something in it.</summary>
    /// <returns>False when it is too much: nothing of the file is read further.</returns>
    public bool TryAdd(string? sheet, SheetRow row)
    {
        rows++;
        cells += row.Cells.Count;
        var last = row.Cells[^1].Column;
        if (rows > FileLimits.MaxRows)
            faults.Add(new CellPlace(sheet, row.Number, 0), FileFaultCode.TooManyRows, FileLimits.MaxRows);
        else if (last > FileLimits.MaxColumns)
            faults.Add(new CellPlace(sheet, row.Number, last), FileFaultCode.TooManyColumns, FileLimits.MaxColumns);
        else if (cells > FileLimits.MaxCells)
            faults.Add(new CellPlace(sheet, row.Number, 0), FileFaultCode.TooManyCells, FileLimits.MaxCells);
        else
            return true;
        return false;
    }
}
