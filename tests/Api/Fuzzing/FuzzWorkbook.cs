using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;

namespace Aggregation.Tests.Fuzzing;

/// <summary>
/// A small workbook, as a spreadsheet would save it, and what becomes of it when a part of it, or the archive itself, is damaged.
/// </summary>
internal static class FuzzWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Documents = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Sheets = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    private static readonly (string Name, byte[] Content)[] Parts =
    [
        Part("[Content_Types].xml", $"<Types xmlns=\"{Package}/content-types\"><Default Extension=\"rels\" "
            + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" "
            + "ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" "
            + $"ContentType=\"{Sheets}.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" "
            + $"ContentType=\"{Sheets}.worksheet+xml\"/><Override PartName=\"/xl/worksheets/sheet2.xml\" "
            + $"ContentType=\"{Sheets}.worksheet+xml\"/><Override PartName=\"/xl/styles.xml\" "
            + $"ContentType=\"{Sheets}.styles+xml\"/><Override PartName=\"/xl/sharedStrings.xml\" "
            + $"ContentType=\"{Sheets}.sharedStrings+xml\"/></Types>"),
        Part("_rels/.rels", $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"r1\" "
            + $"Type=\"{Documents}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
        Part("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Documents}\"><workbookPr date1904=\"0\"/><sheets><sheet "
            + "name=\"Số liệu\" sheetId=\"1\" r:id=\"r1\"/><sheet name=\"Mô hình\" sheetId=\"2\" r:id=\"r2\"/></sheets></workbook>"),
        Part("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"r1\" "
            + $"Type=\"{Documents}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"{Documents}/worksheet\" "
            + $"Target=\"worksheets/sheet2.xml\"/><Relationship Id=\"r3\" Type=\"{Documents}/styles\" "
            + $"Target=\"styles.xml\"/><Relationship Id=\"r4\" Type=\"{Documents}/sharedStrings\" "
            + "Target=\"sharedStrings.xml\"/></Relationships>"),
        Part("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" "
            + "formatCode=\"dd/mm/yyyy\"/></numFmts><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills><borders "
            + "count=\"1\"><border/></borders><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>"),
        Part("xl/sharedStrings.xml",
            $"<sst xmlns=\"{Main}\"><si><t>unit</t></si><si><t>unitName</t></si><si><t>effectiveOn</t></si><si><t>agencies</t></si><si><t>committee</t></si><si><t>name</t></si><si><t>sites</t></si><si><r><t>S01-001</t></r><r><t>-00001</t></r></si><si><t>note</t></si></sst>"),
        Part("xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{Main}\"><cols><col min=\"1\" max=\"1\" "
            + "style=\"0\"/></cols><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" "
            + "t=\"s\"><v>2</v></c><c r=\"D1\" t=\"s\"><v>3</v></c><c r=\"E1\" t=\"s\"><v>4</v></c><c r=\"F1\" "
            + "t=\"s\"><v>8</v></c></row><row r=\"2\"><c r=\"A2\" t=\"s\"><v>7</v></c><c r=\"C2\" s=\"1\"><v>42786</v></c><c "
            + "r=\"D2\"><f>SUM(1,2)</f><v>12</v></c><c r=\"E2\" t=\"inlineStr\"><is><t>consolidated</t></is></c><c r=\"F2\" "
            + "t=\"inlineStr\"><is><t>Ghi chú</t></is></c></row><row r=\"3\"><c r=\"A3\" t=\"str\"><v>01</v></c><c r=\"C3\" "
            + "t=\"d\"><v>2017-02-20</v></c><c r=\"D3\"><v>7</v></c></row></sheetData></worksheet>"),
        Part("xl/worksheets/sheet2.xml", $"<worksheet xmlns=\"{Main}\"><sheetData><row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>5</v></c><c "
            + "t=\"s\"><v>6</v></c></row><row><c t=\"s\"><v>7</v></c><c t=\"inlineStr\"><is><t>Móc khóa an "
            + "toàn</t></is></c><c><v>2</v></c></row></sheetData></worksheet>"),
    ];

    /// <summary>The parts whose damage says most: sheets, texts, and the rest.</summary>
    private static readonly int[] Often = [6, 6, 6, 7, 7, 5, 4, 2];

    private static readonly byte[][] XmlTokens =
    [
        .. new[]
        {
            "<c>", "</c>", "<c t=\"e\"><v>#REF!</v></c>", "<c><f>A1</f></c>", "<row r=\"0\">", "<row r=\"4294967295\">", "<row r=\"2\"/>",
            "<v></v>", "<v>-1</v>", "<v>NaN</v>", "<v>1e300</v>", "<v>99999999999999999999</v>", "<v>0.5</v>", "<v>2958466</v>",
            "<v>-0</v>", "t=\"s\"", "t=\"b\"", "t=\"n\"", "t=\"zz\"",
            "s=\"9999999999\"", "r=\"XFD1048576\"", "r=\"A0\"", "r=\"ZZZZZZZ1\"", "r=\"\"", "r=\"a1\"", "r=\"B2\"", "&#xD800;", "&#xFFFE;",
            "&#0;", "&amp;", "_xD800_", "_xFFFE_", "&lol;", "<!DOCTYPE a [<!ENTITY lol \"lol\">]>", "<![CDATA[x]]>", "<!-- -->",
            "name=\"Số liệu\"", "name=\"\"", "r:id=\"r1\"", "r:id=\"zz\"", "date1904=\"1\"",
            "numFmtId=\"14\"", "formatCode=\"[\"", "<is><t xml:space=\"preserve\"> </t></is>", "<mergeCell ref=\"A1:B2\"/>",
            "Target=\"http://127.0.0.1/x\"", "TargetMode=\"External\"",
        }.Select(Encoding.UTF8.GetBytes),
        .. FuzzSeeds.CellTokens,
    ];

    private static readonly Mutator InParts = new([.. Parts.Select(part => part.Content)], XmlTokens);
    private static readonly byte[] Whole = Zip(Parts);
    private static readonly Mutator InArchive = new([Whole], FuzzSeeds.CellTokens);

    /// <summary>The workbook with a part damaged; one in eight with the archive damaged.</summary>
    public static byte[] Next(Random random)
    {
        if (random.Next(8) == 0)
            return InArchive.Next(random);
        var parts = Parts.ToArray();
        var damaged = random.Next(10) == 0 ? random.Next(parts.Length) : Often[random.Next(Often.Length)];
        parts[damaged].Content = InParts.Mutate(parts[damaged].Content, random);
        return Zip(parts);
    }

    private static (string Name, byte[] Content) Part(string name, string content) =>
        (name, Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + content));

    private static byte[] Zip(IEnumerable<(string Name, byte[] Content)> parts)
    {
        var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.NoCompression).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }
}
