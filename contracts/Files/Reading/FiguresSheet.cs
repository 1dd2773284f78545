using System;
using System.Linq;
using Aggregation.Contracts;
using Aggregation.Files.Columns;
using Aggregation.Files.Content;

namespace Aggregation.Files.Reading;

/// <summary>Reads the rows of a sheet of figures: one unit and day a row; a blank cell leaves its figure as it was.</summary>
/// <param name="sheet">The sheet.</param>
/// <param name="header">Its columns.</param>
/// <param name="units">Finds units.</param>
/// <param name="cells">Reads cells.</param>
/// <param name="drafts">Takes the reports.</param>
/// <param name="faults">Takes what is wrong.</param>
internal sealed class FiguresSheet(
    FileSheet sheet,
    SheetHeader header,
    UnitMatching units,
    CellReading cells,
    ReportDrafts drafts,
    FaultList faults)
{
    private readonly int codeColumn = header.PlaceOf(ColumnKind.UnitCode);
    private readonly int nameColumn = header.PlaceOf(ColumnKind.UnitName);
    private readonly int dayColumn = header.PlaceOf(ColumnKind.Day);

    /// <summary>Reads a row under the header.</summary>
    public void Read(SheetRow row)
    {
        var stated = row.Cells.Where(cell => header.Columns.TryGetValue(cell.Column, out var column) && IsStatement(column.Kind)).ToArray();
        if (stated.Length == 0 && row[dayColumn].IsBlank)
        {
            // As the template was handed out: nobody has filled it in.
            drafts.UnchangedRows += row[codeColumn].IsBlank ? 0 : 1;
            return;
        }

        var unit = units.Find(sheet, row, codeColumn, nameColumn);
        var day = ReadDay(row);
        if (unit is not null && day is not null)
            drafts.AddDay(unit.Code, day.Value);
        if (stated.Length == 0)
            drafts.UnchangedRows++;
        else
            ReadFigures(row, stated, unit, day);
    }

    private static bool IsStatement(ColumnKind kind) =>
        kind is ColumnKind.Count or ColumnKind.Status or ColumnKind.Declared or ColumnKind.Note;

    private DateOnly? ReadDay(SheetRow row)
    {
        var place = sheet.At(row.Number, dayColumn);
        if (!row[dayColumn].IsBlank)
            return cells.ReadDay(row[dayColumn], place);

        // Without a code it is more likely a row of sums than one of figures: that it has no code is enough.
        if (!row[codeColumn].IsBlank)
            faults.Add(place, FileFaultCode.MissingDay);
        return null;
    }

    private void ReadFigures(SheetRow row, SheetCell[] stated, RegistryUnit? unit, DateOnly? day)
    {
        var draft = DraftOf(row, unit, day);
        foreach (var cell in stated)
            Read(cell, header.Columns[cell.Column], sheet.At(row.Number, cell.Column), draft);
    }

    // A row without a unit or a day is read all the same, for what else is wrong with it.
    private ReportDraft DraftOf(SheetRow row, RegistryUnit? unit, DateOnly? day)
    {
        var place = sheet.At(row.Number, 0);
        ReportDraft draft;
        if (unit is not null && day is { } known)
        {
            draft = drafts.Of(unit.Code, known, place);
            if (!draft.HasFigures)
            {
                draft.HasFigures = true;
                draft.Locate("/unit", sheet.At(row.Number, codeColumn));
                draft.Locate("/effectiveOn", sheet.At(row.Number, dayColumn));
                return draft;
            }

            faults.Add(sheet.At(row.Number, codeColumn), FileFaultCode.RowTwice, unit.Code, known, draft.Place.Row);
        }

        draft = new ReportDraft(unit?.Code ?? "", day ?? Texts.DayText.First, place);
        draft.Locate("/unit", sheet.At(row.Number, codeColumn));
        if (unit is not null)
            drafts.AddBroken(draft);
        return draft;
    }

    private void Read(SheetCell cell, FileColumn column, CellPlace place, ReportDraft draft)
    {
        switch (column.Kind)
        {
            case ColumnKind.Count when cells.ReadFigure(cell, place) is { } count:
                draft.AddCount(column.Name, count, place);
                break;
            case ColumnKind.Declared when cells.ReadFigure(cell, place) is { } declared:
                draft.AddDeclared(column.Name, declared, place);
                break;
            case ColumnKind.Status when cells.ReadState(cell, place, column.Indicator!) is { } state:
                draft.AddStatus(column.Name, state, place);
                break;
            case ColumnKind.Note when cells.ReadText(cell, place) is { } note:
                (draft.Note, draft.NotePlace) = (note, place);
                draft.Locate("/note", place);
                break;
            default:
                draft.IsBroken = true;
                break;
        }
    }
}
