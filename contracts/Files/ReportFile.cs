using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using Aggregation.Files.Columns;
using Aggregation.Files.Content;
using Aggregation.Files.Reading;

namespace Aggregation.Files;

/// <summary>
/// Reads a file of reports in the layout of the published template: a workbook (XLSX) or CSV, told apart by its first
/// bytes. Every fault is found in one pass. Keeps no state; safe for concurrent use.
/// </summary>
public static class ReportFile
{
    /// <summary>Reads a file.</summary>
    /// <param name="content">Its bytes.</param>
    /// <param name="area">Who may stand in it and what can be reported.</param>
    /// <param name="today">Today in Asia/Ho_Chi_Minh.</param>
    /// <param name="language">Of the sentences about faults: English, or else Vietnamese.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="OperationCanceledException">The reading was ended.</exception>
    public static FileReading Read(
        ReadOnlyMemory<byte> content,
        IReportingArea area,
        DateOnly today,
        CultureInfo language,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(area);
        ArgumentNullException.ThrowIfNull(language);
        var faults = new FaultList(language);
        var drafts = new ReportDrafts();
        if (ReadSheets(content, faults, cancellationToken) is { } sheets)
        {
            ReadRows(sheets, new FileColumns(area.Catalogue), area, today, drafts, faults, cancellationToken);
            CheckDrafts(drafts, faults);
        }

        var found = drafts.ByUnit().SelectMany(unit => unit).ToArray();
        if (found.Length == 0 && faults.All.Count == 0)
            faults.Add(default, FileFaultCode.NothingReported);
        var keys = new ReportKeys(found.Select(draft => draft.ToReport()));
        return new FileReading(
            [.. found.Select(draft => draft.ToFileReport(keys.KeyOf(draft.ToReport())))],
            faults.All,
            drafts.UnchangedRows);
    }

    private static IReadOnlyList<FileSheet>? ReadSheets(ReadOnlyMemory<byte> content, FaultList faults, CancellationToken cancellationToken)
    {
        if (content.Length > FileLimits.MaxBytes)
            faults.Add(default, FileFaultCode.TooManyBytes, FileLimits.MaxBytes);
        else if (WorkbookPackage.IsOldWorkbook(content.Span))
            faults.Add(default, FileFaultCode.OldWorkbook);
        else if (WorkbookPackage.IsArchive(content.Span))
            return WorkbookSheets.Read(content.ToArray(), faults, cancellationToken);
        else if (CsvText.Decode(content.Span, faults) is { } text && CsvSheet.Read(text, faults, cancellationToken) is { } sheet)
            return [sheet];
        return null;
    }

    private static void ReadRows(
        IReadOnlyList<FileSheet> sheets,
        FileColumns template,
        IReportingArea area,
        DateOnly today,
        ReportDrafts drafts,
        FaultList faults,
        CancellationToken cancellationToken)
    {
        var units = new UnitMatching(area, faults);
        var cells = new CellReading(area.Catalogue, today, faults);
        var ours = sheets.Where(sheet => sheet.Rows.Count > 0 && !TemplateSheets.IsNoData(sheet.Name) && !IsHiddenList(sheet, template))
            .Select(sheet => (Sheet: sheet, Header: SheetHeader.Read(sheet, template, faults)))
            .Where(pair => pair.Header is not null)
            .OrderBy(pair => pair.Header!.IsOfModels)
            .ToArray();

        // Figures first: models take their day from them.
        foreach (var (sheet, header) in ours)
        {
            new UnseenFigures(sheet, header!, faults).Find();
            var figures = new FiguresSheet(sheet, header!, units, cells, drafts, faults);
            var models = new ModelsSheet(sheet, header!, units, cells, drafts, faults);
            foreach (var row in sheet.Rows.Skip(1))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (faults.IsFull)
                    return;
                AddStrays(sheet, header!, row, faults);
                if (header!.IsOfModels)
                    models.Read(row);
                else
                    figures.Read(row);
            }
        }
    }

    // What somebody keeps out of sight, and is no data.
    private static bool IsHiddenList(FileSheet sheet, FileColumns template) =>
        sheet.IsHidden && sheet.Rows[0].Cells.All(cell => template.Find(cell.Text) is null);

    private static void AddStrays(FileSheet sheet, SheetHeader header, SheetRow row, FaultList faults)
    {
        foreach (var cell in row.Cells.Where(cell => !header.IsHeaded(cell.Column)))
            faults.Add(sheet.At(row.Number, cell.Column), FileFaultCode.CellWithoutColumn, cell.Text);
    }

    private static void CheckDrafts(ReportDrafts drafts, FaultList faults)
    {
        foreach (var place in drafts.LooseNotes())
            faults.Add(place, FileFaultCode.NoteWithoutFigure);

        // The reports of a unit are judged together, which only one batch does.
        foreach (var unit in drafts.ByUnit().Where(unit => unit.Count() > FileLimits.MaxBatch))
            faults.Add(unit.ElementAt(FileLimits.MaxBatch).Place, FileFaultCode.TooManyRowsOfUnit, unit.Key, FileLimits.MaxBatch);
    }
}
