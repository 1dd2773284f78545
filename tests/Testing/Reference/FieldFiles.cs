using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;

namespace Aggregation.Testing.Reference;

/// <summary>Files as people send them, right and wrong.</summary>
public static class FieldFiles
{
    private const string Csv = "unit;unitName;effectiveOn;agencies;note\n";
    private const string Models = "unit;unitName;effectiveOn;name;sites\n";
    private const string Five = "<c r=\"D2\"><v>5</v></c>";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FieldFile> All { get; } = [.. Formats(), .. Texts(), .. Workbooks()];

    private static IEnumerable<FieldFile> Formats()
    {
        yield return Lines("CSV with semicolons", Csv + "00001;;20/02/2017;5;\n");
        yield return Lines("CSV with commas", (Csv + "00001;;20/02/2017;5;\n").Replace(';', ','));
        yield return Lines("CSV with tabs", (Csv + "00001;;20/02/2017;5;\n").Replace(';', '\t'));
        yield return Lines("CSV that declares its separator: sep=;", "sep=;\r\n" + Csv + "00001;;20/02/2017;5;\n");
        yield return Lines("CSV that declares its separator: sep=|", "SEP=|\n" + (Csv + "00001;;20/02/2017;5;\n").Replace(';', '|'));
        yield return Lines("CSV that declares its separator, with a fault", "sep=;\n" + Csv + "00001;;20/02/2017;x5;\n", "D2", "not-whole");
        yield return new FieldFile(
            "“Unicode Text”: UTF-16 and tabs",
            ["legacy-encoding"],
            null,
            [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Csv.Replace(';', '\t'))]);
        yield return new FieldFile("UTF-16 without its mark", ["legacy-encoding"], null, Encoding.Unicode.GetBytes(Csv));
        yield return Lines("a web page", "<html><body><table></table></body></html>", null, "unreadable-workbook");
        yield return new FieldFile("a PDF", ["unreadable-workbook"], null, "%PDF-1.7"u8.ToArray());
        yield return new FieldFile(
            "a workbook of Excel 97–2003, or one with a password",
            ["old-workbook"],
            null,
            [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
        yield return Lines("one row with a quotation mark out of place", Csv
            + "00001;;20/02/2017;5;a \"b\" c\n00004;;20/02/2017;5;\n", null, "broken-quotes");
        yield return Lines("a title above the headings", "Báo cáo tháng 2;;;;\n" + Csv + "00001;;20/02/2017;5;\n", null, "no-header");
        yield return Lines(
            "a million blank rows behind the figures",
            Csv + "00001;;20/02/2017;5;\n" + string.Concat(Enumerable.Repeat(";;;;\n", 1_000_000)));
    }

    private static IEnumerable<FieldFile> Texts()
    {
        yield return Lines("a carriage return as Excel escapes it, _x000D_, in a model's name", Models
            + "00001;;20/02/2017;Móc khóa_x000D_an toàn;1\n");
        yield return Lines("an escape in a heading and a unit's name", Csv.Replace("agencies", "agencies_x000D_", StringComparison.Ordinal)
            + "00001;Phường Phúc Xá_x000A_;20/02/2017;5;\n");
        yield return Lines("an escaped control in a model's name", Models
            + "00001;;20/02/2017;Móc_x0007_khóa;1\n", "D2", "forbidden-character");
        yield return Lines("TCVN3 in a model's name", Models + "00001;;20/02/2017;Tæ quÇn v× an ninh trËt tù;1\n", "D2", "legacy-encoding");
        yield return Lines("TCVN3 in one word of a model's name", Models + "00001;;20/02/2017;Tæ an ninh;1\n", "D2", "legacy-encoding");
        yield return Lines("VNI in a note", Csv + "00001;;20/02/2017;5;Coâng an xaõ ñaõ kieän toaøn\n", "E2", "legacy-encoding");
        yield return Lines("TCVN3 in a unit's name", Csv + "00001;Ph\u00adêng Phóc X¸;20/02/2017;5;\n", "B2", "legacy-encoding");
        yield return Lines("UTF-8 encoded twice in a model's name", Models
            + "00001;;20/02/2017;MÃ³c khÃ³a an toÃ\u00a0n;1\n", "D2", "encoded-twice");
        yield return Lines("UTF-8 encoded twice in a note, by Windows-1252", Csv
            + "00001;;20/02/2017;5;Tá»™i pháº¡m\n", "E2", "encoded-twice");
        yield return Lines("UTF-8 encoded twice in a unit's name", Csv
            + "00001;PhÆ°á»\u009dng PhÃºc XÃ¡;20/02/2017;5;\n", "B2", "encoded-twice");
        yield return Lines("UTF-8 encoded twice in a heading", Csv.Replace("note", "Ghi chÃº", StringComparison.Ordinal)
            + "00001;;20/02/2017;5;\n", "E1", "encoded-twice");
        yield return Lines("a lost character, U+FFFD, in a model's name", Models
            + "00001;;20/02/2017;M\uFFFDc khóa;1\n", "D2", "forbidden-character");
        yield return Lines("text turned around, U+202E, in a note", Csv + "00001;;20/02/2017;5;a\u202Eb\n", "E2", "forbidden-character");
        yield return Lines("letters composed of several characters", Csv
            + "00001;Phường Phúc Xá;20/02/2017;5;\n".Normalize(NormalizationForm.FormD));
    }

    private static IEnumerable<FieldFile> Workbooks()
    {
        yield return Book("a workbook", book => book);
        yield return Book(
            "text escaped in a workbook",
            book => book.Set(Workbook.Sheet, Workbook.SheetOf(Workbook.Row(2, Five + Workbook.Text("F2", "hai_x000D_dòng")))));
        foreach (var address in new[] { "mailto:one@", "http://", "http://a b", "://", "%zz" })
            yield return Book($"a hyperlink that is none: {address}", book => book
                .Set(Workbook.Sheet, Workbook.SheetOf(
                    Workbook.Row(2, Five),
                    "<hyperlinks><hyperlink ref=\"H1\" r:id=\"rId1\"/></hyperlinks>"))
                .Set("xl/worksheets/_rels/sheet1.xml.rels", Workbook.Related(("rId1", "hyperlink", address))));
        yield return Book("a figure merged over two units", book => book.Set(Workbook.Sheet, Workbook.SheetOf(Workbook.Row(2, Five)
            + Workbook.Row(3, ""), "<mergeCells><mergeCell ref=\"D2:D3\"/></mergeCells>")), "D2", "merged-cells");
        yield return Book("a figure merged over two indicators", book => book.Set(
            Workbook.Sheet,
            Workbook.SheetOf(Workbook.Row(2, Five), "<mergeCells><mergeCell ref=\"D2:E2\"/></mergeCells>")), "D2", "merged-cells");
        yield return Book("a name merged over two rows", book => book.Set(Workbook.Sheet, Workbook.SheetOf(Workbook.Row(2, Five)
            + Workbook.Row(3, "<c r=\"D3\"><v>6</v></c>"), "<mergeCells><mergeCell ref=\"B2:B3\"/></mergeCells>")));
        foreach (var state in new[] { "hidden", "veryHidden" })
            yield return Hidden(
                $"figures on a sheet that is {state}",
                state,
                Workbook.SheetOf(Workbook.Row(3, "<c r=\"D3\"><v>9</v></c>")),
                "hidden-figures");
        yield return Hidden("a list on a hidden sheet", "hidden", Workbook.SheetOf("")
            .Replace("unit", "Xã", StringComparison.Ordinal)
            .Replace("effectiveOn", "a", StringComparison.Ordinal)
            .Replace("agencies", "b", StringComparison.Ordinal)
            .Replace("schools", "c", StringComparison.Ordinal)
            .Replace("note", "d", StringComparison.Ordinal));
        yield return Book(
            "figures in a hidden row",
            book => book.Set(Workbook.Sheet, Workbook.SheetOf(Workbook.Row(2, Five, " hidden=\"1\""))),
            null,
            "hidden-figures");
        yield return Book("figures in a hidden column", book => book.Set(Workbook.Sheet, Workbook.SheetOf(
            Workbook.Row(2, Five),
            before: "<cols><col min=\"4\" max=\"4\" hidden=\"1\"/></cols>")), "D2", "hidden-figures");
        foreach (var format in new[] { "mmm\\-yy", "mm/yyyy", "\"tháng\" m \"năm\" yyyy", "yyyy", "mmmm", "dd/mm", "[$-42A]mmmm yyyy;@" })
            yield return Day($"a day of which {format.Replace("\\", "", StringComparison.Ordinal)} is shown", format, "part-of-day");
        foreach (var format in new[] { "dd/mm/yyyy", "[$-42A]dd mmmm yyyy;@", "\"ngày\" d \"tháng\" m \"năm\" yyyy", "dddd, d/m/yy" })
            yield return Day($"a day of which {format} is shown", format);
        yield return Book("formatting down to row 1,048,576", book => book.Set(Workbook.Sheet, WriteFormatted));
    }

    private static FieldFile Lines(string name, string text, string? cell = null, params string[] codes) =>
        new(name, codes, cell, Encoding.UTF8.GetBytes(text));

    private static FieldFile Book(string name, Func<Workbook, Workbook> change, string? cell = null, params string[] codes) =>
        new(name, codes, cell, change(new Workbook()).ToArray());

    private static FieldFile Day(string name, string format, params string[] codes) => Book(
        name,
        book => book
            .Set(Workbook.Styles, Workbook.StylesOf(
                $"<numFmt numFmtId=\"164\" formatCode=\"{format.Replace("\"", "&quot;", StringComparison.Ordinal)}\"/>",
                "<xf numFmtId=\"164\"/>"))
            .Set(Workbook.Sheet, Workbook.SheetOf(
                $"<row r=\"2\">{Workbook.Text("A2", "00001")}<c r=\"C2\" s=\"1\"><v>42767</v></c>{Five}</row>")),
        codes.Length > 0 ? "C2" : null,
        codes);

    private static FieldFile Hidden(string name, string state, string sheet, params string[] codes) => Book(
        name,
        book => book
            .Set(Workbook.List, $"<workbook {Workbook.Names}><sheets><sheet name=\"Số liệu\" sheetId=\"1\" r:id=\"rId1\"/><sheet "
                + $"name=\"Cũ\" sheetId=\"2\" state=\"{state}\" r:id=\"rId9\"/></sheets></workbook>")
            .Set(Workbook.ListRelations, Workbook.Related(
                ("rId1", "worksheet", "worksheets/sheet1.xml"),
                ("rId9", "worksheet", "/xl/worksheets/sheet2.xml")))
            .Set("xl/worksheets/sheet2.xml", sheet),
        null,
        codes);

    private static void WriteFormatted(TextWriter writer)
    {
        writer.Write(Workbook.SheetOf(Workbook.Row(2, Five)).Replace("</sheetData></worksheet>", "", StringComparison.Ordinal));
        for (var row = 3; row <= 1_048_576; row++)
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"<row r=\"{row}\"><c r=\"A{row}\" s=\"1\"/></row>"));
        writer.Write("</sheetData></worksheet>");
    }
}
