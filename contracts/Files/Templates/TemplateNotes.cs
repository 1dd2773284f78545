using System.Collections.Generic;
using System.Linq;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Aggregation.Files.Templates;

/// <summary>The sheet that explains the columns, in both languages.</summary>
internal static class TemplateNotes
{
    private static readonly string[] Rules = ["Note.rule1", "Note.rule2", "Note.rule3", "Note.rule4"];

    /// <summary>The sheet.</summary>
    public static Worksheet ToSheet(ReportTemplate template)
    {
        var number = 0;
        IEnumerable<Row> rows =
        [
            TemplateCells.Row(
                ++number,
                TemplateStyle.Heading,
                Vi("Notes.column"),
                Vi("Notes.meaning"),
                En("Notes.column"),
                En("Notes.meaning"),
                En("Notes.id")),
            .. Rules.Select(rule => TemplateCells.Row(++number, TemplateStyle.Wrapped, "", Vi(rule), "", En(rule), "")),
            .. template.Columns.Figures.Union(template.Columns.Models).Select(column => TemplateCells.Row(
                ++number,
                TemplateStyle.Wrapped,
                column.Heading.Vi,
                template.NoteOf(column, FileWords.Vietnamese),
                column.Heading.En,
                template.NoteOf(column, FileWords.English),
                column.Id)),
        ];
        return new Worksheet(
            TemplateCells.Frozen(1, isFirst: false),
            TemplateCells.Columns(
                (32, TemplateStyle.Wrapped),
                (70, TemplateStyle.Wrapped),
                (32, TemplateStyle.Wrapped),
                (70, TemplateStyle.Wrapped),
                (28, TemplateStyle.Wrapped)),
            new SheetData(rows));
    }

    private static string Vi(string name) => FileWords.Get(FileWords.Vietnamese, name);

    private static string En(string name) => FileWords.Get(FileWords.English, name);
}
