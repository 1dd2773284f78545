using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using Aggregation.Files.Content;

namespace Aggregation.Files.Marking;

/// <summary>
/// A copy of a workbook with every fault on its cell, as colour and as a comment, and a list of all of them on a sheet of
/// its own. What an earlier marking put there gives way; everything else stays, comments too.
/// </summary>
internal static class MarkedWorkbook
{
    /// <summary>Makes the copy of a workbook that can be read.</summary>
    public static byte[] Mark(byte[] content, IReadOnlyList<FileFault> faults, CultureInfo language, CancellationToken cancellationToken)
    {
        using var package = new WorkbookPackage(content, cancellationToken);
        var listed = WorkbookList.Read(package).Sheets;
        var relations = package.Relations(package.Workbook);
        using var copy = new PackageCopy(package);
        var list = new FaultSheet(copy);
        list.RemoveFormer();
        var style = new FaultStyle(copy, relations.FirstOrDefault(relation => relation.Kind == "styles")?.Target);
        foreach (var ofSheet in faults.Where(fault => fault.Place.Row > 0).ToLookup(fault => fault.Place.Sheet, StringComparer.Ordinal))
        {
            var id = listed.First(sheet => sheet.Name == ofSheet.Key).Id;
            Mark(copy, relations.First(relation => relation.Id == id).Target, [.. CellsOf(ofSheet)], style);
        }

        list.Add(faults, language);
        return copy.Finish();
    }

    private static IEnumerable<MarkedCell> CellsOf(IEnumerable<FileFault> faults) =>
        faults.GroupBy(fault => (fault.Place.Row, Column: Math.Max(1, fault.Place.Column)))
            .OrderBy(cell => cell.Key.Row).ThenBy(cell => cell.Key.Column)
            .Select(cell => new MarkedCell(cell.Key.Row, cell.Key.Column, string.Join('\n', cell.Select(fault => fault.Message))));

    private static void Mark(PackageCopy copy, string part, IReadOnlyList<MarkedCell> cells, FaultStyle style)
    {
        var relations = copy.Relations(part);
        var added = relations.FreeId("drawing");
        string? drawing;
        using (var from = copy.Package.Open(part))
        using (var to = copy.Create(part))
            drawing = new MarkedSheet(from, to, cells, style).Copy(copy.IsStrict, added);
        new CellComments(copy, part).Add(cells, drawing ?? added, isNew: drawing is null);
    }
}
