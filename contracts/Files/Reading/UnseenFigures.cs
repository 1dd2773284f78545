using System.Linq;
using Aggregation.Files.Columns;
using Aggregation.Files.Content;

namespace Aggregation.Files.Reading;

/// <summary>
/// Finds figures of a sheet that are not what they look like: on a hidden sheet, row or column, where nobody has seen
/// them, and in a cell that is shown over several, of which only the first one holds them.
/// </summary>
/// <param name="sheet">The sheet.</param>
/// <param name="header">Its columns.</param>
/// <param name="faults">Takes what is found.</param>
internal sealed class UnseenFigures(FileSheet sheet, SheetHeader header, FaultList faults)
{
    /// <summary>Finds them.</summary>
    public void Find()
    {
        if (sheet.IsHidden)
            faults.Add(sheet.At(0, 0), FileFaultCode.HiddenFigures);
        else
            FindHidden();
        FindMerged();
    }

    private static bool IsStatement(ColumnKind kind) => kind is not (ColumnKind.UnitCode or ColumnKind.UnitName or ColumnKind.Faults);

    private void FindHidden()
    {
        foreach (var row in sheet.Rows.Skip(1).Where(row => row.IsHidden && row.Cells.Any(IsStatement)))
            faults.Add(sheet.At(row.Number, 0), FileFaultCode.HiddenFigures);
        foreach (var column in header.Columns.Keys.Where(sheet.IsHiddenColumn))
        {
            if (sheet.Rows.Skip(1).FirstOrDefault(row => !row[column].IsBlank && IsStatement(row[column])) is { } row)
                faults.Add(sheet.At(row.Number, column), FileFaultCode.HiddenFigures);
        }
    }

    private void FindMerged()
    {
        if (sheet.Merged.Count == 0)
            return;
        var byNumber = sheet.Rows.Skip(1).ToLookup(row => row.Number);
        int[] numbers = [.. byNumber.Select(row => row.Key).Order()];
        foreach (var range in sheet.Merged)
        {
            if (byNumber[range.Top].FirstOrDefault() is { } row
                && !row[range.Left].IsBlank
                && IsStatement(row[range.Left])
                && IsOverOthers(range, numbers))
            {
                faults.Add(sheet.At(range.Top, range.Left), FileFaultCode.MergedCells, range.ToString());
            }
        }
    }

    private bool IsOverOthers(CellRange range, int[] numbers)
    {
        var next = System.Array.BinarySearch(numbers, range.Top) + 1;
        return (next < numbers.Length && numbers[next] <= range.Bottom)
            || header.Columns.Keys.Any(column => column > range.Left && column <= range.Right);
    }

    private bool IsStatement(SheetCell cell) => header.Columns.TryGetValue(cell.Column, out var column) && IsStatement(column.Kind);
}
