using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using Aggregation.Files.Content;
using Aggregation.Texts;

namespace Aggregation.Files.Marking;

/// <summary>The sheet of a marked copy that lists every fault.</summary>
/// <param name="copy">The copy.</param>
internal sealed class FaultSheet(PackageCopy copy)
{
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
    private static readonly string[] Headings = ["FaultList.sheet", "FaultList.cell", "FaultList.code", "FaultList.message"];
    private static readonly int[] Widths = [20, 10, 24, 120];

    private readonly CopiedRelations relations = copy.Relations(copy.Package.Workbook);

    private XName IdName => XName.Get("id", PackageCopy.AddressOf(copy.IsStrict));

    // The reader asks for no name space, the copy must.
    private XElement Sheets => copy.Document(copy.Package.Workbook).Root!.Element(copy.Main + "sheets")
        ?? throw new InvalidDataException("The workbook lists no sheets.");

    /// <summary>Takes away what an earlier marking listed.</summary>
    public void RemoveFormer()
    {
        var targets = copy.Package.Relations(copy.Package.Workbook);
        foreach (var sheet in Sheets.Elements()
            .Where(sheet => TemplateSheets.IsFaults(EscapedText.Decode((string?)sheet.Attribute("name") ?? "")))
            .ToArray())
        {
            if ((string?)sheet.Attribute(IdName) is { } id && targets.FirstOrDefault(relation => relation.Id == id) is { } relation)
            {
                copy.Remove(relation.Target);
                relations.Remove(id);
            }

            sheet.Remove();
        }
    }

    /// <summary>Adds the list.</summary>
    public void Add(IReadOnlyList<FileFault> faults, CultureInfo language)
    {
        var part = copy.FreeName("sheet", "xml");
        var id = relations.FreeId("faults");
        copy.AddType(part, Type);
        relations.Add(id, "worksheet", part);
        var number = Sheets.Elements().Max(sheet => (uint?)sheet.Attribute("sheetId") ?? 0) + 1;
        Sheets.Add(new XElement(
            copy.Main + "sheet",
            new XAttribute("name", FileWords.Get(language, "Sheet.faults")),
            new XAttribute("sheetId", number),
            new XAttribute(IdName, id)));
        using var xml = copy.Create(part);
        xml.WriteStartElement("worksheet", copy.Main.NamespaceName);
        xml.WriteStartElement("cols", copy.Main.NamespaceName);
        for (var column = 0; column < Widths.Length; column++)
            new XElement(
                copy.Main + "col",
                new XAttribute("min", column + 1),
                new XAttribute("max", column + 1),
                new XAttribute("width", Widths[column]),
                new XAttribute("customWidth", 1)).WriteTo(xml);
        xml.WriteEndElement();
        xml.WriteStartElement("sheetData", copy.Main.NamespaceName);
        WriteRow(xml, 1, [.. Headings.Select(name => FileWords.Get(language, name))]);
        for (var place = 0; place < faults.Count; place++)
            WriteRow(xml, place + 2, [faults[place].Place.Sheet
                ?? "", faults[place].Place.Cell ?? "", faults[place].Code, faults[place].Message]);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void WriteRow(XmlWriter xml, int row, string[] texts)
    {
        var main = copy.Main;
        var cells = texts.Select((text, column) => new XElement(
            main + "c",
            new XAttribute("r", new CellPlace(null, row, column + 1).Cell!),
            new XAttribute("t", "inlineStr"),
            new XElement(main
                + "is", new XElement(main + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), UnicodeText.Repair(text)))));
        new XElement(main + "row", new XAttribute("r", row), cells).WriteTo(xml);
    }
}
