using System;
using System.Collections.Generic;
using System.Linq;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Aggregation.Files.Marking;

/// <summary>The cells of a sheet by their places; one that a file leaves out is put where it belongs.</summary>
internal sealed class SheetGrid
{
    private readonly SheetData data;
    private readonly Column[] columns;
    private readonly SortedDictionary<uint, Row> rows = [];

    /// <summary>Takes a sheet's rows; what a file numbers only by order gets its number.</summary>
    public SheetGrid(Worksheet sheet)
    {
        data = sheet.GetFirstChild<SheetData>()!;
        columns = [.. sheet.Descendants<Column>()];
        var number = 0u;
        foreach (var row in data.Elements<Row>())
        {
            row.RowIndex = number = row.RowIndex?.Value ?? number + 1;
            rows[number] = row;
            var column = 0;
            foreach (var cell in row.Elements<Cell>())
            {
                column = cell.CellReference?.Value is { } reference ? CellPlace.ColumnOf(reference) : column + 1;
                cell.CellReference = new CellPlace(null, (int)number, column).Cell;
            }
        }
    }

    /// <summary>The cell at a row and column from 1.</summary>
    public Cell CellAt(int row, int column)
    {
        var cells = RowAt((uint)row);
        var next = cells.Elements<Cell>().FirstOrDefault(cell => CellPlace.ColumnOf(cell.CellReference!.Value) >= column);
        if (next is not null && CellPlace.ColumnOf(next.CellReference!.Value) == column)
            return next;
        var made = new Cell { CellReference = new CellPlace(null, row, column).Cell, StyleIndex = StyleOf((uint)column) };
        if (next is null)
            cells.Append(made);
        else
            cells.InsertBefore(made, next);
        return made;
    }

    // A cell that is not there looks as its column does.
    private uint? StyleOf(uint column) => Array.Find(columns, known => known.Min?.Value <= column && column <= known.Max?.Value)?.Style?.Value;

    private Row RowAt(uint number)
    {
        if (rows.TryGetValue(number, out var row))
            return row;
        row = new Row { RowIndex = number };
        var next = rows.FirstOrDefault(other => other.Key > number).Value;
        if (next is null)
            data.Append(row);
        else
            data.InsertBefore(row, next);
        rows[number] = row;
        return row;
    }
}
