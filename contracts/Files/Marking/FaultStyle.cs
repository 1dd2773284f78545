using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Aggregation.Files.Templates;

namespace Aggregation.Files.Marking;

/// <summary>The colour of a cell with a fault: each style that such cells have, once more on a red ground.</summary>
internal sealed class FaultStyle
{
    private const string Colour = "FFFFC7CE";
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";

    // What stands before the formats of cells, in the order that the standard wants.
    private static readonly string[] Before = ["numFmts", "fonts", "fills", "borders", "cellStyleXfs"];

    private readonly XElement formats;
    private readonly List<XElement> known;
    private readonly int fill;
    private readonly Dictionary<int, int> marked = [];

    /// <summary>Adds the ground to a workbook's styles.</summary>
    /// <param name="copy">The copy.</param>
    /// <param name="part">The styles; null when the workbook has none.</param>
    public FaultStyle(PackageCopy copy, string? part)
    {
        if (part is null)
        {
            part = copy.FreeName("styles", "xml");
            copy.AddType(part, Type);
            var relations = copy.Relations(copy.Package.Workbook);
            relations.Add(relations.FreeId("styles"), "styles", part);
        }

        var main = copy.Main;
        var styles = copy.Document(part, () => new XDocument(new XElement(main
            + "styleSheet", XElement.Parse(TemplateStyles.Make().OuterXml).Elements().Select(element => Renamed(element, main))))).Root!;
        var fills = Child(styles, main + "fills", 2);
        fills.Add(new XElement(main + "fill", new XElement(main
            + "patternFill", new XAttribute("patternType", "solid"), new XElement(main + "fgColor", new XAttribute("rgb", Colour)))));
        fill = fills.Elements().Count() - 1;
        fills.SetAttributeValue("count", fill + 1);
        formats = Child(styles, main + "cellXfs", Before.Length);
        known = [.. formats.Elements()];
    }

    /// <summary>The style that looks like another one, marked.</summary>
    public int Of(int style)
    {
        if (marked.TryGetValue(style, out var there))
            return there;
        var made = style < known.Count ? new XElement(known[style]) : new XElement(formats.Name.Namespace + "xf");
        made.SetAttributeValue("fillId", fill);
        made.SetAttributeValue("applyFill", 1);
        formats.Add(made);
        known.Add(made);
        formats.SetAttributeValue("count", known.Count);
        return marked[style] = known.Count - 1;
    }

    private static XElement Renamed(XElement element, XNamespace main) => new(
        main + element.Name.LocalName,
        element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration),
        element.Elements().Select(child => Renamed(child, main)));

    private static XElement Child(XElement styles, XName name, int place)
    {
        if (styles.Element(name) is { } there)
            return there;
        var made = new XElement(name);
        if (name.LocalName == "cellXfs")
            made.Add(new XElement(name.Namespace + "xf"));
        if (styles.Elements()
            .LastOrDefault(element => Before[..place].Contains(element.Name.LocalName, System.StringComparer.Ordinal)) is { } before)
            before.AddAfterSelf(made);
        else
            styles.AddFirst(made);
        return made;
    }
}
