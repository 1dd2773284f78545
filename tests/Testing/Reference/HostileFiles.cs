using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;

namespace Aggregation.Testing.Reference;

/// <summary>Files of reports made to bring a reader down: by depth, number, ratio, reference, length and quotation marks.</summary>
public static class HostileFiles
{
    private const int Deep = 50_000;
    private const int Many = 3_000_000;
    private const int Longest = 8 * 1024 * 1024;
    private const string CsvHeader = "unit,unitName,effectiveOn,agencies,note\n";
    private const string Damaged = "unreadable-workbook";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<HostileFile> All { get; } =
    [
        .. Nested(),
        .. Packages(),
        .. Entities(),
        .. Markup(),
        .. Sheets(),
        .. Texts(),
        .. Csv()
    ];

    private static IEnumerable<HostileFile> Nested()
    {
        foreach (var (part, root) in new[]
        {
            (Workbook.Sheet, "worksheet"),
            (Workbook.Styles, "styleSheet"),
            (Workbook.Texts, "sst"),
            (Workbook.List, "workbook"),
            (Workbook.ListRelations, "Relationships"),
            (Workbook.Relations, "Relationships")
        })
        {
            yield return Book($"nested {part}", "too-deep", book => book.Set(part, writer => Nest(writer, root, "x", "")));
            yield return Book(
                $"nested {part}, never closed",
                "too-deep",
                book => book.Set(part, writer => writer.Write($"<{root} {Workbook.Names}>{Repeat("<x>", Deep)}")));
        }

        yield return Book("nested in a cell", "too-deep", book => book.Set(Workbook.Sheet, writer => writer.Write(
            Workbook.SheetOf($"<row r=\"2\"><c r=\"A2\" t=\"inlineStr\">{Repeat("<is>", Deep)}{Repeat("</is>", Deep)}</c></row>"))));
        yield return Book("nested in a formula", "too-deep", book => book.Set(Workbook.Sheet, writer =>
            writer.Write(Workbook.SheetOf($"<row r=\"2\"><c r=\"A2\"><f>{Repeat("<f>", Deep)}{Repeat("</f>", Deep)}</f></c></row>"))));
        yield return Book(
            "nested rows",
            "too-deep",
            book => book.Set(Workbook.Sheet, writer => writer.Write(Workbook.SheetOf(Repeat("<row>", Deep) + Repeat("</row>", Deep)))));
        yield return Book("nested behind the rows", "too-deep", book => book.Set(
            Workbook.Sheet,
            writer => writer.Write(Workbook.SheetOf("", $"<extLst>{Repeat("<ext>", Deep)}{Repeat("</ext>", Deep)}</extLst>"))));
        yield return Book("nested in a shared text", "too-deep", book => book.Set(
            Workbook.Texts,
            writer => writer.Write($"<sst {Workbook.Names}><si>{Repeat("<r>", Deep)}{Repeat("</r>", Deep)}</si></sst>")));
        yield return Book("nested in a style", "too-deep", book => book.Set(
            Workbook.Styles,
            writer => writer.Write(Workbook.StylesOf("", $"<xf>{Repeat("<x>", Deep)}{Repeat("</x>", Deep)}</xf>"))));

        // Parts that no figure comes from are never looked at.
        foreach (var part in new[]
        {
            "xl/comments1.xml",
            "xl/drawings/vmlDrawing1.vml",
            "xl/drawings/drawing1.xml",
            "xl/theme/theme1.xml",
            "docProps/core.xml",
            "xl/worksheets/_rels/sheet1.xml.rels"
        })
            yield return Book($"nested {part}", null, book => book.Set(part, writer => Nest(writer, "root", "x", "")));
    }

    private static IEnumerable<HostileFile> Packages()
    {
        yield return Book("2,000 parts", "too-many-parts", book => Each(2_000, number => book.Set($"xl/media/image{number}.png", "")));
        yield return Book("60,000 parts", "too-many-parts", book => Each(60_000, number => book.Set($"{number}", "")));
        yield return Book(
            "a part of 200 MiB of blanks",
            "too-many-unpacked-bytes",
            book => book.Set("xl/media/image1.png", writer => Each(200, _ => writer.Write(new string(' ', 1024 * 1024)))));
        yield return Book(
            "a sheet of 200 MiB of blanks",
            "too-many-unpacked-bytes",
            book => book.Set(Workbook.Sheet, writer => Each(200, _ => writer.Write(new string(' ', 1024 * 1024)))));
        yield return Book(
            "a hundred parts of 2 MiB",
            "too-many-unpacked-bytes",
            book => Each(100, number => book.Set($"xl/{number}.xml", writer => writer.Write(new string('x', 2 * 1024 * 1024)))));
        yield return Book("one sheet listed 10,000 times", "too-many-sheets", book => book.Set(
            Workbook.List,
            $"<workbook {Workbook.Names}><sheets>{Repeat("<sheet name=\"a\" sheetId=\"1\" r:id=\"rId1\"/>", 10_000)}</sheets></workbook>"));
        yield return Book("one long sheet listed 200 times", "too-many-tags", book => book
            .Set(Workbook.List, "<workbook "
                + $"{Workbook.Names}><sheets>{Repeat("<sheet name=\"a\" sheetId=\"1\" r:id=\"rId1\"/>", 200)}</sheets></workbook>")
            .Set(Workbook.Sheet, writer => WriteMany(
                writer,
                $"<worksheet {Workbook.Names}><sheetData>",
                "<row/>",
                1_000_000,
                "</sheetData></worksheet>")));
        yield return Book(
            "a sheet that is the workbook",
            "nothing-reported",
            book => book.Set(Workbook.ListRelations, Workbook.Related(("rId1", "worksheet", "workbook.xml"))));
        yield return Book("a million relations", "too-many-parts", book => book.Set(Workbook.ListRelations, writer => WriteMany(
            writer,
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">",
            "<Relationship Id=\"a\" Type=\"b\" Target=\"c\"/>",
            1_000_000,
            "</Relationships>")));
        yield return Book(
            "a sheet outside the package",
            Damaged,
            book => book.Set(Workbook.ListRelations, Workbook.Related(("rId1", "worksheet", "../../../../etc/passwd"))));
        yield return new HostileFile("an archive cut in half", Damaged, () => new Workbook().ToArray()[..1_500]);
        yield return new HostileFile("an archive of nothing", Damaged, () => [0x50, 0x4b, 0x05, 0x06, .. new byte[18]]);
        yield return new HostileFile("an archive that ends at once", Damaged, () => [0x50, 0x4b, 0x03, 0x04]);
        yield return new HostileFile("8 MiB that begin like an archive", Damaged, () => [0x50, 0x4b, 0x03, 0x04, .. new byte[Longest - 4]]);
    }

    private static IEnumerable<HostileFile> Entities()
    {
        const string Laughs =
            "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>";
        foreach (var part in new[] { Workbook.Sheet, Workbook.Styles, Workbook.Texts, Workbook.List })
            yield return Book($"entities in {part}", Damaged, book => book.Set(part, $"{Laughs}<x>&c;</x>"));
        yield return Book(
            "an entity from a file",
            Damaged,
            book => book.Set(Workbook.Texts, "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><sst><si><t>&a;</t></si></sst>"));
        yield return Book(
            "a definition from elsewhere",
            Damaged,
            book => book.Set(Workbook.Sheet, "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x.dtd\"><worksheet/>"));
    }

    private static IEnumerable<HostileFile> Markup()
    {
        yield return Sheet("a million attributes", "too-many-tags", writer => WriteMany(
            writer,
            "<worksheet",
            number => string.Create(CultureInfo.InvariantCulture, $" a{number}=\"\""),
            1_000_000,
            "/>"));
        yield return Sheet("one attribute a million times", Damaged, writer => writer.Write($"<worksheet{Repeat(" a=\"\"", 1_000)}/>"));
        yield return Sheet("a million names", "too-many-tags", writer => WriteMany(
            writer,
            "<worksheet>",
            number => string.Create(CultureInfo.InvariantCulture, $"<a{number}/>"),
            1_000_000,
            "</worksheet>"));
        yield return Sheet("a million name spaces", "too-many-tags", writer => WriteMany(
            writer,
            "<worksheet",
            number => string.Create(CultureInfo.InvariantCulture, $" xmlns:a{number}=\"{number}\""),
            1_000_000,
            "/>"));
        yield return Sheet(
            "an attribute of 32 MiB",
            "too-long-text",
            writer => WriteMany(writer, "<worksheet a=\"", new string('x', 1024 * 1024), 32, "\"/>"));
        yield return Sheet(
            "a comment of 32 MiB",
            "too-long-text",
            writer => WriteMany(writer, $"<worksheet {Workbook.Names}><!--", new string('x', 1024 * 1024), 32, "--></worksheet>"));
        yield return Sheet("a name of 32 MiB", "too-long-text", writer => WriteMany(writer, "<", new string('x', 1024 * 1024), 32, "/>"));
        yield return Sheet(
            "text of 32 MiB",
            "too-long-text",
            writer => WriteMany(writer, "<worksheet>", new string('x', 1024 * 1024), 32, "</worksheet>"));
        yield return new HostileFile("UTF-16 throughout", null, () => new Workbook().ToArray(Encoding.Unicode));
        yield return new HostileFile("UTF-16 without a mark", Damaged, () => new Workbook().Set(
            Workbook.Sheet,
            writer => writer.Write(string.Concat(Workbook.SheetOf("").Select(letter => $"{letter}\0")))).ToArray());
        yield return Sheet("controls", Damaged, writer => writer.Write(Workbook.SheetOf(Workbook.Row(2, Workbook.Text("F2", "a&#x0;b")))));
        yield return Sheet(
            "tags that do not match",
            Damaged,
            writer => writer.Write($"<worksheet {Workbook.Names}><sheetData></worksheet>"));
    }

    private static IEnumerable<HostileFile> Sheets()
    {
        yield return Sheet(
            $"{Many} empty cells",
            null,
            writer => WriteMany(writer, Workbook.SheetOf(Workbook.Row(2, "<c r=\"D2\"><v>5</v></c>")).Replace(
                "</sheetData></worksheet>",
                "<row r=\"3\">",
                StringComparison.Ordinal), "<c r=\"B3\"/>", Many, "</row></sheetData></worksheet>"));
        yield return Sheet("30 million empty cells", Damaged, writer => WriteMany(
            writer,
            $"<worksheet {Workbook.Names}><sheetData><row>",
            "<c/>",
            30_000_000,
            "</row></sheetData></worksheet>"));
        yield return Sheet(
            "15 million empty rows",
            Damaged,
            writer => WriteMany(writer, $"<worksheet {Workbook.Names}><sheetData>", "<row/>", 15_000_000, "</sheetData></worksheet>"));
        yield return Sheet(
            "15 million elements",
            "too-many-tags",
            writer => WriteMany(writer, $"<worksheet {Workbook.Names}><cols>", "<col/>", 15_000_000, "</cols></worksheet>"));
        yield return Sheet("a million rows of one cell", "too-many-rows", writer => WriteMany(
            writer,
            $"<worksheet {Workbook.Names}><sheetData>",
            "<row><c><v>1</v></c></row>",
            1_000_000,
            "</sheetData></worksheet>"));
        yield return Sheet("a row of a million cells", "too-many-columns", writer => WriteMany(
            writer,
            $"<worksheet {Workbook.Names}><sheetData><row>",
            "<c><v>1</v></c>",
            16_000,
            "</row></sheetData></worksheet>"));
        yield return Sheet("one cell a million times", "too-many-columns", writer => WriteMany(
            writer,
            $"<worksheet {Workbook.Names}><sheetData><row>",
            "<c r=\"A1\"><v>1</v></c>",
            1_000_000,
            "</row></sheetData></worksheet>"));
        yield return Sheet("600,000 cells", "too-many-cells", writer => WriteMany(
            writer,
            $"<worksheet {Workbook.Names}><sheetData>",
            $"<row>{Repeat("<c><v>1</v></c>", 250)}</row>",
            2_400,
            "</sheetData></worksheet>"));
        yield return Sheet("a row of number 4,000,000,000", Damaged, writer => writer.Write(Workbook.SheetOf("<row r=\"4000000000\"/>")));
        yield return Sheet("a million merged cells", "too-many-cells", writer => WriteMany(
            writer,
            $"<worksheet {Workbook.Names}><sheetData/><mergeCells>",
            "<mergeCell ref=\"A1:B2\"/>",
            1_000_000,
            "</mergeCells></worksheet>"));
        yield return Sheet("a million hidden columns", "too-many-cells", writer => WriteMany(
            writer,
            $"<worksheet {Workbook.Names}><cols>",
            "<col min=\"1\" max=\"2\" hidden=\"1\"/>",
            1_000_000,
            "</cols></worksheet>"));
        yield return Sheet(
            "numbers that are none",
            Damaged,
            writer => writer.Write(Workbook.SheetOf(Workbook.Row(2, $"<c r=\"D2\"><v>{Repeat("9", 400)}</v></c>"))));
        yield return Book("a million styles", Damaged, book => book.Set(Workbook.Styles, writer => WriteMany(
            writer,
            $"<styleSheet {Workbook.Names}><cellXfs>",
            "<xf numFmtId=\"164\"/>",
            1_000_000,
            "</cellXfs></styleSheet>")));
        yield return Book("a million formats", Damaged, book => book.Set(Workbook.Styles, writer => WriteMany(
            writer,
            $"<styleSheet {Workbook.Names}><numFmts>",
            number => string.Create(CultureInfo.InvariantCulture, $"<numFmt numFmtId=\"{number}\" formatCode=\"d\"/>"),
            1_000_000,
            "</numFmts></styleSheet>")));
        yield return Book("a format of a million quotation marks", Damaged, book => book.Set(
            Workbook.Styles,
            Workbook.StylesOf($"<numFmt numFmtId=\"164\" formatCode=\"{Repeat("&quot;", 30_000)}\"/>", "<xf/>")));
    }

    private static IEnumerable<HostileFile> Texts()
    {
        yield return Book($"{Many} shared texts", "too-many-texts", book => book.Set(
            Workbook.Texts,
            writer => WriteMany(writer, $"<sst {Workbook.Names}>", "<si><t>a</t></si>", 1_500_000, "</sst>")));
        yield return Book("shared texts of 32,767 characters, 2,000 of them", "too-much-text", book => book.Set(
            Workbook.Texts,
            writer => WriteMany(writer, $"<sst {Workbook.Names}>", $"<si><t>{new string('x', 32_767)}</t></si>", 2_000, "</sst>")));
        yield return Book(
            "a shared text of 40,000 characters in pieces",
            "too-long-text",
            book => book.Set(Workbook.Texts, $"<sst {Workbook.Names}><si>{Repeat("<r><t>abcd</t></r>", 10_000)}</si></sst>"));
        yield return Book("one long text in every cell", "too-much-text", book => book
            .Set(Workbook.Texts, $"<sst {Workbook.Names}><si><t>{Repeat("Tæ quÇn ", 4_000)}</t></si></sst>")
            .Set(Workbook.Sheet, writer => WriteMany(
                writer,
                $"<worksheet {Workbook.Names}><sheetData>",
                "<row><c t=\"s\"><v>0</v></c></row>",
                20_000,
                "</sheetData></worksheet>")));
        yield return Book(
            "a shared text that is not there",
            Damaged,
            book => book.Set(Workbook.Sheet, Workbook.SheetOf("<row r=\"2\"><c t=\"s\"><v>7</v></c></row>")));
        yield return Sheet("a text of references", null, writer =>
            writer.Write(Workbook.SheetOf(Workbook.Row(2, "<c r=\"D2\"><v>5</v></c>" + Workbook.Text("F2", Repeat("&#x1EA0;", 400))))));
    }

    private static IEnumerable<HostileFile> Csv()
    {
        yield return Lines("a stray quotation mark in 1,500,000 fields", "broken-quotes", () => CsvHeader + Repeat("a\"b,", 1_500_000));
        yield return Lines("a stray quotation mark in every row", "broken-quotes", () => CsvHeader + Repeat("a\"b,c\n", 1_000_000));
        yield return Lines(
            "a quotation mark that is never closed",
            "too-long-row",
            () => CsvHeader + "00001,,20/02/2017,5,\"" + new string('x', Longest - 100));
        yield return Lines("nothing but quotation marks", "too-long-row", () => new string('"', Longest));
        yield return Lines("pairs of quotation marks between commas", "too-long-row", () => CsvHeader + Repeat("\"\",", 2_000_000));
        yield return Lines("quotation marks behind closed ones", "broken-quotes", () => CsvHeader + Repeat("\"a\"\"b\"c\"", 900_000));
        yield return Lines("one field of 8 MiB", "too-long-row", () => new string('x', Longest));
        yield return Lines(
            "one field of 8 MiB under a header",
            "too-long-row",
            () => CsvHeader + "00001,," + new string('x', Longest - 100));
        yield return Lines("8 Mi commas", "too-long-row", () => new string(',', Longest));
        yield return Lines("a row of 100,000 fields", "too-many-columns", () => CsvHeader + Repeat("1,", 100_000));
        yield return Lines("8 Mi line ends", "nothing-reported", () => new string('\n', Longest));
        yield return Lines("8 Mi carriage returns", "nothing-reported", () => new string('\r', Longest));
        yield return Lines("two million rows of nothing", null, () => CsvHeader + "00001,,20/02/2017,5,\n" + Repeat(",,,\n", 2_000_000));
        yield return Lines("a million rows of a code", "too-many-rows", () => CsvHeader + Repeat("1\n", 1_000_000));
        yield return Lines(
            "line ends within quotation marks",
            "too-long-row",
            () => CsvHeader + "\"" + new string('\n', Longest - 100) + "\"");
        yield return Lines(
            "a text of 40,000 characters",
            "too-long-text",
            () => CsvHeader + "00001,,20/02/2017,5," + new string('x', 40_000));
        yield return Lines(
            "four million kinds of models",
            "unknown-kind",
            () => "unit,effectiveOn,name,sites,kinds\n" + Repeat($"00001,20/02/2017,Đèn,1,\"{Repeat("x,", 16_000)}\"\n", 250));
        yield return Lines(
            "names in an old encoding, 8 MiB of them",
            "legacy-encoding",
            () => CsvHeader + Repeat($"00001,{Repeat("Tæ quÇn v× an ninh trËt tù ", 12)},20/02/2017,5,\n", 20_000));
        yield return Lines(
            "names encoded twice, 8 MiB of them",
            "encoded-twice",
            () => CsvHeader + Repeat($"00001,{Repeat("MÃ³c khÃ³a ", 30)},20/02/2017,5,\n", 17_000));
        yield return Lines(
            "escapes of a workbook",
            "wrong-name",
            () => CsvHeader + Repeat($"00001,{Repeat("_x000D_x", 40)},20/02/2017,5,\n", 23_000));
        yield return new HostileFile("zeros", "legacy-encoding", () => new byte[Longest]);
        yield return new HostileFile("bytes that are no text", "not-utf-8", () => [.. Enumerable.Repeat((byte)0xff, Longest)]);
        yield return new HostileFile("a page", Damaged, () => Encoding.UTF8.GetBytes("<html>" + Repeat("<table>", 1_000_000)));
    }

    private static HostileFile Book(string name, string? code, Action<Workbook> change) => new(name, code, () =>
    {
        var book = new Workbook();
        change(book);
        return book.ToArray();
    });

    private static HostileFile Sheet(string name, string? code, Action<TextWriter> write) =>
        Book(name, code, book => book.Set(Workbook.Sheet, write));

    private static HostileFile Lines(string name, string? code, Func<string> text) => new(name, code, () => Encoding.UTF8.GetBytes(text()));

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    private static void Each(int times, Action<int> act)
    {
        for (var number = 0; number < times; number++)
            act(number);
    }

    private static void Nest(TextWriter writer, string root, string element, string content) =>
        writer.Write($"<{root} {Workbook.Names}>{Repeat($"<{element}>", Deep)}{content}{Repeat($"</{element}>", Deep)}</{root}>");

    private static void WriteMany(TextWriter writer, string before, string each, int times, string after) =>
        WriteMany(writer, before, _ => each, times, after);

    private static void WriteMany(TextWriter writer, string before, Func<int, string> each, int times, string after)
    {
        writer.Write(before);
        for (var number = 0; number < times; number++)
            writer.Write(each(number));
        writer.Write(after);
    }
}
