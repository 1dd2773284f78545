using System.Collections.Generic;
using System.Linq;
using Aggregation.Files.Templates;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Aggregation.Files.Marking;

/// <summary>The colour of a cell with a fault: each style that such cells have, once more on a red ground.</summary>
internal sealed class FaultStyle
{
    private const string Colour = "FFFFC7CE";

    private readonly CellFormats formats;
    private readonly uint fill;
    private readonly Dictionary<uint, uint> marked = [];

    /// <summary>Adds the ground to a workbook's styles.</summary>
    public FaultStyle(WorkbookPart workbook)
    {
        var part = workbook.WorkbookStylesPart ?? workbook.AddNewPart<WorkbookStylesPart>();
        var styles = part.Stylesheet ??= TemplateStyles.Make();
        var fills = styles.Fills ??= new Fills();
        fills.Append(TemplateStyles.FillOf(Colour));
        fill = (uint)fills.Elements<Fill>().Count() - 1;
        fills.Count = fill + 1;
        formats = styles.CellFormats ??= new CellFormats(new CellFormat());
    }

    /// <summary>The style that looks like another one, marked.</summary>
    public uint Of(uint style)
    {
        if (marked.TryGetValue(style, out var known))
            return known;
        var copy = (CellFormat)(formats.Elements<CellFormat>().ElementAtOrDefault((int)style) ?? new CellFormat()).CloneNode(deep: true);
        (copy.FillId, copy.ApplyFill) = (fill, true);
        formats.Append(copy);
        var number = (uint)formats.Elements<CellFormat>().Count() - 1;
        formats.Count = number + 1;
        return marked[style] = number;
    }
}
