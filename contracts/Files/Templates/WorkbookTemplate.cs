using System.Collections.Generic;
using System.IO;
using System.Linq;
using Aggregation.Contracts;
using Aggregation.Files.Columns;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Aggregation.Files.Templates;

/// <summary>Writes the template as a workbook.</summary>
internal static class WorkbookTemplate
{
    private const int FrozenColumns = 2;

    /// <summary>The workbook's bytes.</summary>
    public static byte[] Write(ReportTemplate template)
    {
        var content = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(content, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.Workbook = new Workbook(new Sheets());
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = TemplateStyles.Make();
            var lists = new TemplateLists(template);
            var validations = new TemplateValidations(lists);
            Add(workbook, "Sheet.figures", SheetOf(
                template.Columns.Figures,
                template.Units.Select((unit, place) => RowOf(template, unit, place + 2)),
                validations,
                isFirst: true));
            Add(workbook, "Sheet.models", SheetOf(template.Columns.Models, [], validations, isFirst: false));
            Add(workbook, "Sheet.notes", TemplateNotes.ToSheet(template));
            Add(workbook, "Sheet.lists", lists.ToSheet()).State = SheetStateValues.Hidden;
        }

        return content.ToArray();
    }

    private static Sheet Add(WorkbookPart workbook, string name, Worksheet content)
    {
        var part = workbook.AddNewPart<WorksheetPart>();
        part.Worksheet = content;
        var sheets = workbook.Workbook.Sheets!;
        return sheets.AppendChild(new Sheet
        {
            Name = FileWords.Get(FileWords.Vietnamese, name),
            SheetId = (uint)sheets.ChildElements.Count + 1,
            Id = workbook.GetIdOfPart(part),
        });
    }

    private static Worksheet SheetOf(
        IReadOnlyList<FileColumn> columns,
        IEnumerable<Row> rows,
        TemplateValidations validations,
        bool isFirst) => new(
        TemplateCells.Frozen(FrozenColumns, isFirst),
        TemplateCells.Columns(columns.Select(StyleOf)),
        new SheetData([TemplateCells.Row(1, TemplateStyle.Heading, columns.Select(column => column.Heading.Vi)), .. rows]),
        validations.Of(columns));

    private static (double Width, TemplateStyle Style) StyleOf(FileColumn column) => column.Kind switch
    {
        ColumnKind.UnitCode => (14, TemplateStyle.Text),
        ColumnKind.UnitName or ColumnKind.ModelName or ColumnKind.Note => (30, TemplateStyle.Text),
        ColumnKind.Day => (13, TemplateStyle.Day),
        ColumnKind.Status or ColumnKind.ModelKinds => (26, TemplateStyle.Plain),
        _ => (20, TemplateStyle.Plain),
    };

    private static Row RowOf(ReportTemplate template, RegistryUnit unit, int number)
    {
        var greys = template.Columns.Figures
            .Select((column, place) => (column, place))
            .Where(pair => !ReportTemplate.Applies(pair.column, unit))
            .Select(pair => TemplateCells.Empty(number, pair.place + 1, TemplateStyle.Grey));
        return TemplateCells.Row(number, [TemplateCells.Text(
            number,
            1,
            unit.Code,
            TemplateStyle.Text), TemplateCells.Text(number, 2, unit.Name, TemplateStyle.Text), .. greys]);
    }
}
