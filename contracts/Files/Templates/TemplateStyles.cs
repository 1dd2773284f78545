using DocumentFormat.OpenXml.Spreadsheet;

namespace Aggregation.Files.Templates;

/// <summary>The style sheet of a template.</summary>
internal static class TemplateStyles
{
    private const uint TextFormat = 49;
    private const uint DayFormat = 164;

    /// <summary>Makes it; the formats are in the order of <see cref="TemplateStyle"/>.</summary>
    public static Stylesheet Make() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = DayFormat, FormatCode = "dd/mm/yyyy" }) { Count = 1 },
        new Fonts(new Font(new FontSize { Val = 11 }, new FontName { Val = "Calibri" }), new Font(
            new Bold(),
            new FontSize { Val = 11 },
            new FontName { Val = "Calibri" }))
        { Count = 2 },
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(
            new PatternFill { PatternType = PatternValues.Gray125 }), FillOf("FFDCE6F1"), FillOf("FFD9D9D9"))
        { Count = 4 },
        new Borders(new Border(
            new LeftBorder(),
            new RightBorder(),
            new TopBorder(),
            new BottomBorder(),
            new DiagonalBorder()))
        { Count = 1 },
        new CellStyleFormats(new CellFormat()) { Count = 1 },
        new CellFormats(
            new CellFormat(),
            new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Center })
            {
                FontId = 1,
                FillId = 2,
                ApplyFont = true,
                ApplyFill = true,
                ApplyAlignment = true
            },
            new CellFormat { NumberFormatId = TextFormat, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = DayFormat, ApplyNumberFormat = true },
            new CellFormat { FillId = 3, ApplyFill = true },
            new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }) { ApplyAlignment = true })
        { Count = 6 });

    /// <summary>A plain fill of a colour, as <c>FFRRGGBB</c>.</summary>
    public static Fill FillOf(string colour) =>
        new(new PatternFill(new ForegroundColor { Rgb = colour }) { PatternType = PatternValues.Solid });
}
