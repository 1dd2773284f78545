using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Aggregation.Contracts;
using Aggregation.Files.Columns;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Aggregation.Files.Templates;

/// <summary>
/// The hidden sheet whose columns are the entries of the drop-downs: a list within a validation may not be long, nor hold a comma.
/// </summary>
internal sealed class TemplateLists
{
    private readonly List<(string Id, string[] Entries)> lists;

    /// <summary>Takes the states of every status, and the kinds of model.</summary>
    public TemplateLists(ReportTemplate template)
    {
        lists =
        [
            .. template.Columns.Figures.Where(column => column.Kind == ColumnKind.Status)
                .Select(column => (column.Id, Labels(column.Indicator!.States, column.Indicator.StateLabels))),
            (template.Columns.Models.First(column => column.Kind == ColumnKind.ModelKinds).Id, Labels(
                template.Catalogue.ModelKinds,
                template.Catalogue.ModelKindLabels)),
        ];
    }

    /// <summary>The cells of a list, for a formula.</summary>
    public string RangeOf(string id)
    {
        var place = lists.FindIndex(list => list.Id == id);
        var letters = CellPlace.LettersOf(place + 1);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"'{FileWords.Get(FileWords.Vietnamese, "Sheet.lists")}'!${letters}$2:${letters}${lists[place].Entries.Length + 1}");
    }

    /// <summary>The sheet.</summary>
    public Worksheet ToSheet()
    {
        var rows = Enumerable.Range(0, lists.Max(list => list.Entries.Length) + 1).Select(row => TemplateCells.Row(row + 1, CellsOf(row)));
        return new Worksheet(new SheetData(rows));
    }

    private IEnumerable<Cell> CellsOf(int row) => lists
        .Select((list, place) => (Text: row == 0 ? list.Id : list.Entries.ElementAtOrDefault(row - 1), Column: place + 1))
        .Where(cell => cell.Text is not null)
        .Select(cell => TemplateCells.Text(row + 1, cell.Column, cell.Text!, TemplateStyle.Plain));

    private static string[] Labels(IReadOnlyList<string> ids, IReadOnlyDictionary<string, Translated> labels) =>
        [.. ids.Select(id => labels[id].Vi)];
}
