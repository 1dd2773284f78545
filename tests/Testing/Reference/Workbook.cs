using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;

namespace Aggregation.Testing.Reference;

/// <summary>A workbook written by hand, part by part: one sheet of figures, of which any part can be another one.</summary>
public sealed class Workbook
{
    /// <summary>The part of the first sheet.</summary>
    public const string Sheet = "xl/worksheets/sheet1.xml";

    /// <summary>The part of the styles: style 1 shows a day.</summary>
    public const string Styles = "xl/styles.xml";

    /// <summary>The part of the shared texts.</summary>
    public const string Texts = "xl/sharedStrings.xml";

    /// <summary>The part that lists the sheets.</summary>
    public const string List = "xl/workbook.xml";

    /// <summary>The relations of the list.</summary>
    public const string ListRelations = "xl/_rels/workbook.xml.rels";

    /// <summary>The relations of the package.</summary>
    public const string Relations = "_rels/.rels";

    /// <summary>The name spaces of a sheet.</summary>
    public const string Names =
        "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
            + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    /// <summary>The first part of the address of a relation.</summary>
    public const string Address = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private readonly Dictionary<string, Action<TextWriter>> parts = new(StringComparer.Ordinal);

    /// <summary>A sound workbook: the unit 00001, one day, one figure.</summary>
    public Workbook()
    {
        Set("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default "
            + "Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" "
            + "ContentType=\"application/xml\"/>"
            + Override("/xl/workbook.xml", "sheet.main") + Override("/" + Sheet, "worksheet") + Override("/" + Styles, "styles") + Override(
                "/" + Texts,
                "sharedStrings") + "</Types>");
        Set(Relations, Related(("rId1", "officeDocument", "xl/workbook.xml")));
        Set(List, $"<workbook {Names}><sheets><sheet name=\"Số liệu\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        Set(ListRelations, Related(
            ("rId1", "worksheet", "worksheets/sheet1.xml"),
            ("rId2", "styles", "styles.xml"),
            ("rId3", "sharedStrings", "sharedStrings.xml")));
        Set(Styles, StylesOf("<numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/>", "<xf numFmtId=\"164\"/>"));
        Set(Texts, $"<sst {Names}/>");
        Set(Sheet, SheetOf(Row(2, "<c r=\"D2\"><v>5</v></c>")));
    }

    /// <summary>Some parts with relations among them.</summary>
    public static string Related(params (string Id, string Kind, string Target)[] relations) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(
            relations.Select(relation =>
                $"<Relationship Id=\"{relation.Id}\" Type=\"{Address}{relation.Kind}\" "
                    + $"Target=\"{relation.Target}\"{(relation.Kind == "hyperlink" ? " TargetMode=\"External\"" : "")}/>"))
                + "</Relationships>";

    /// <summary>Styles: formats of numbers, and a style beside the plain one.</summary>
    public static string StylesOf(string formats, string style) =>
        $"<styleSheet {Names}><numFmts>{formats}</numFmts><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills><borders "
            + "count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs><xf "
            + $"numFmtId=\"0\"/>{style}</cellXfs></styleSheet>";

    /// <summary>A sheet under the headings of unit, name, day, agencies and schools.</summary>
    public static string SheetOf(string rows, string after = "", string before = "") =>
        $"<worksheet {Names}>{before}<sheetData><row r=\"1\">{Text("A1", "unit")}{Text("B1", "unitName")}{Text("C1", "effectiveOn")}"
            + $"{Text("D1", "agencies")}{Text("E1", "schools")}{Text("F1", "note")}</row>{rows}</sheetData>{after}</worksheet>";

    /// <summary>A row of the unit 00001 (row 2) or 00004, with a day and more.</summary>
    public static string Row(int number, string cells, string attributes = "") =>
        $"<row r=\"{number}\"{attributes}>{Text($"A{number}", number == 2 ? "00001" : "00004")}"
            + $"{Text($"C{number}", "20/02/2017")}{cells}</row>";

    /// <summary>A cell of text.</summary>
    public static string Text(string cell, string text) =>
        $"<c r=\"{cell}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>";

    /// <summary>Puts a text in the place of a part.</summary>
    public Workbook Set(string part, string content) => Set(part, writer => writer.Write(content));

    /// <summary>Writes a part in the place of another one.</summary>
    public Workbook Set(string part, Action<TextWriter> write)
    {
        parts[part] = write;
        return this;
    }

    /// <summary>Its bytes.</summary>
    public byte[] ToArray(Encoding? encoding = null)
    {
        var content = new MemoryStream();
        using (var archive = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (part, write) in parts)
            {
                using var writer = new StreamWriter(archive.CreateEntry(part).Open(), encoding
                    ?? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
                write(writer);
            }
        }

        return content.ToArray();
    }

    private static string Override(string part, string type) =>
        $"<Override PartName=\"{part}\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.{type}+xml\"/>";
}
