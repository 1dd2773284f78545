using System.Collections.Generic;
using System.Linq;
using Aggregation.Files.Content;
using Aggregation.Texts;

namespace Aggregation.Files.Columns;

/// <summary>Which column of a sheet says what.</summary>
internal sealed class SheetHeader
{
    private static readonly ColumnKind[] NeededForFigures = [ColumnKind.UnitCode, ColumnKind.UnitName, ColumnKind.Day];
    private static readonly ColumnKind[] NeededForModels = [ColumnKind.UnitCode, ColumnKind.ModelName, ColumnKind.Sites];

    private readonly SortedDictionary<int, FileColumn> columns;
    private readonly HashSet<int> headed;

    private SheetHeader(SortedDictionary<int, FileColumn> columns, SheetRow row)
    {
        this.columns = columns;
        headed = [.. row.Cells.Select(cell => cell.Column)];
    }

    /// <summary>The columns of the template that the sheet has, by their place from 1.</summary>
    public IReadOnlyDictionary<int, FileColumn> Columns => columns;

    /// <summary>True for a sheet of models.</summary>
    public bool IsOfModels => PlaceOf(ColumnKind.ModelName) > 0;

    /// <summary>Whether a column has a heading, of the template or not.</summary>
    public bool IsHeaded(int column) => headed.Contains(column);

    /// <summary>The place of the first column of a kind, from 1; 0 when the sheet has none.</summary>
    public int PlaceOf(ColumnKind kind) => columns.FirstOrDefault(column => column.Value.Kind == kind).Key;

    /// <summary>Reads the first row of a sheet, which has something in it.</summary>
    /// <returns>Null when a column that must be there is not; then its rows cannot be read.</returns>
    public static SheetHeader? Read(FileSheet sheet, FileColumns template, FaultList faults)
    {
        var row = sheet.Rows[0];
        var found = new SortedDictionary<int, FileColumn>();
        var unknown = new List<SheetCell>();
        foreach (var cell in row.Cells)
        {
            if (template.Find(cell.Text) is not { } column)
                unknown.Add(cell);
            else if (found.FirstOrDefault(other => ReferenceEquals(other.Value, column)) is { Value: not null } first)
                faults.Add(sheet.At(row.Number, cell.Column), FileFaultCode.ColumnTwice, cell.Text, sheet.At(row.Number, first.Key).Cell!);
            else
                found.Add(cell.Column, column);
        }

        if (found.Values.All(column => column.Kind == ColumnKind.Faults))
        {
            AddNoHeader(sheet, row, template, faults);
            return null;
        }

        foreach (var cell in unknown)
        {
            var (code, argument) = ReadableText.Find(cell.Text) is { Code: not FileFaultCode.ForbiddenCharacter } garbled
                ? (garbled.Code, garbled.Detail)
                : (FileFaultCode.UnknownColumn, cell.Text);
            faults.Add(sheet.At(row.Number, cell.Column), code, argument);
        }

        var header = new SheetHeader(found, row);
        AddStrangers(sheet, row, header, template, faults);
        return AddMissing(sheet, row, header, template, faults) ? null : header;
    }

    private static void AddNoHeader(FileSheet sheet, SheetRow row, FileColumns template, FaultList faults)
    {
        if (ReadableText.Find(string.Join(
            ' ',
            row.Cells.Select(cell => cell.Text))) is { Code: not FileFaultCode.ForbiddenCharacter } found)
            faults.Add(sheet.At(row.Number, 0), found.Code, found.Detail);
        else
            faults.Add(sheet.At(
                row.Number,
                0), FileFaultCode.NoHeader, template.Figures.Take(NeededForFigures.Length).Select(column => column.Label.Vi));
    }

    // A column of figures has no meaning on a sheet of models.
    private static void AddStrangers(FileSheet sheet, SheetRow row, SheetHeader header, FileColumns template, FaultList faults)
    {
        var own = header.IsOfModels ? template.Models : template.Figures;
        foreach (var (place, column) in header.columns.Where(column => column.Value.Kind != ColumnKind.Faults
            && !own.Any(known => known.Kind == column.Value.Kind)))
            faults.Add(sheet.At(row.Number, place), FileFaultCode.UnknownColumn, column.Label.Vi);
    }

    private static bool AddMissing(FileSheet sheet, SheetRow row, SheetHeader header, FileColumns template, FaultList faults)
    {
        var (needed, known) = header.IsOfModels ? (NeededForModels, template.Models) : (NeededForFigures, template.Figures);
        var missing = needed.Where(kind => header.PlaceOf(kind) == 0).ToArray();
        foreach (var kind in missing)
            faults.Add(sheet.At(row.Number, 0), FileFaultCode.MissingColumn, known.First(column => column.Kind == kind).Label.Vi);
        return missing.Length > 0;
    }
}
