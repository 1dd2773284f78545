using System;
using System.Linq;
using Aggregation.Contracts;
using Aggregation.Files.Columns;
using Aggregation.Files.Content;

namespace Aggregation.Files.Reading;

/// <summary>
/// Reads the rows of a sheet of models: one model of one unit a row. A row without a day of its own speaks of the day of
/// the unit's row of figures, if that is one day.
/// </summary>
/// <param name="sheet">The sheet.</param>
/// <param name="header">Its columns.</param>
/// <param name="units">Finds units.</param>
/// <param name="cells">Reads cells.</param>
/// <param name="drafts">Takes the models.</param>
/// <param name="faults">Takes what is wrong.</param>
internal sealed class ModelsSheet(
    FileSheet sheet,
    SheetHeader header,
    UnitMatching units,
    CellReading cells,
    ReportDrafts drafts,
    FaultList faults)
{
    private readonly int codeColumn = header.PlaceOf(ColumnKind.UnitCode);
    private readonly int unitNameColumn = header.PlaceOf(ColumnKind.UnitName);
    private readonly int dayColumn = header.PlaceOf(ColumnKind.Day);
    private readonly int nameColumn = header.PlaceOf(ColumnKind.ModelName);
    private readonly int kindsColumn = header.PlaceOf(ColumnKind.ModelKinds);
    private readonly int sitesColumn = header.PlaceOf(ColumnKind.Sites);
    private readonly int groupsColumn = header.PlaceOf(ColumnKind.Groups);

    /// <summary>Reads a row under the header.</summary>
    public void Read(SheetRow row)
    {
        if (row.Cells.All(cell => cell.Column == codeColumn
            || cell.Column == unitNameColumn
            || !header.Columns.TryGetValue(cell.Column, out var column)
            || column.Kind == ColumnKind.Faults))
        {
            return;
        }

        var unit = units.Find(sheet, row, codeColumn, unitNameColumn);
        var day = DayOf(row, unit);
        var name = ReadNeeded(row, nameColumn, FileFaultCode.MissingModelName, cells.ReadText);
        var sites = ReadNeeded(row, sitesColumn, FileFaultCode.MissingSites, (cell, place) => cells.ReadFigure(cell, place));
        var groups = groupsColumn > 0 && !row[groupsColumn].IsBlank ? cells.ReadFigure(row[groupsColumn], At(row, groupsColumn)) : 0;
        var kinds = kindsColumn > 0 && !row[kindsColumn].IsBlank ? cells.ReadKinds(row[kindsColumn], At(row, kindsColumn)) : [];
        if (unit is null)
            return;

        var isWhole = day is not null && sites is not null && groups is not null && kinds is not null;
        var draft = day is { } known
            ? drafts.Of(unit.Code, known, sheet.At(row.Number, 0))
            : new ReportDraft(unit.Code, Texts.DayText.First, sheet.At(row.Number, 0));
        if (day is null)
            drafts.AddBroken(draft);
        draft.IsBroken |= !isWhole || name is null;
        if (name is not null)
            draft.AddModel(new ReportedModel(name, kinds ?? [], sites ?? 0, groups ?? 0), Fields(row));
        if (!draft.HasFigures)
            draft.Locate("/unit", At(row, codeColumn));
    }

    private DateOnly? DayOf(SheetRow row, RegistryUnit? unit)
    {
        if (dayColumn > 0 && !row[dayColumn].IsBlank)
            return cells.ReadDay(row[dayColumn], At(row, dayColumn));
        var day = unit is null ? null : drafts.OnlyDayOf(unit.Code);
        if (day is null && unit is not null)
            faults.Add(At(row, dayColumn), FileFaultCode.MissingDay);
        return day;
    }

    private T? ReadNeeded<T>(SheetRow row, int column, string missing, Func<SheetCell, CellPlace, T?> read)
    {
        if (!row[column].IsBlank)
            return read(row[column], At(row, column));
        faults.Add(At(row, column), missing);
        return default;
    }

    private (string Field, CellPlace Cell)[] Fields(SheetRow row) =>
    [
        ("", sheet.At(row.Number, 0)),
        ("/name", At(row, nameColumn)),
        ("/kinds", At(row, kindsColumn)),
        ("/sites", At(row, sitesColumn)),
        ("/groups", At(row, groupsColumn)),
    ];

    private CellPlace At(SheetRow row, int column) => sheet.At(row.Number, column);
}
