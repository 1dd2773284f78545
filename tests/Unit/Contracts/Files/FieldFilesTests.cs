using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using Aggregation.Files.Marking;
using Aggregation.Testing;
using Aggregation.Testing.Reference;
using Xunit;

namespace Aggregation.Tests.Contracts.Files;

/// <summary>Files as people send them.</summary>
public sealed class FieldFilesTests
{
    private const string Page = "docs/FILES.md";
    private const string Rewrite = "AGGREGATION_WRITE_DOCS";

    private static readonly string[] Unmarkable = ["legacy-encoding", "unreadable-workbook", "old-workbook"];

    public static TheoryData<string> Names() => [.. FieldFiles.All.Select(file => file.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Are_read_or_told_what_is_wrong_and_where(string name)
    {
        var file = FieldFiles.All.Single(file => file.Name == name);

        var reading = Books.Read(file.Content);

        Assert.Equal(file.Codes, reading.Faults.Select(fault => fault.Code));
        Assert.Equal(file.Cell, reading.Faults is [var first, ..] ? first.Place.Cell : null);
        if (file.Codes.Length == 0)
            Assert.Equal("00001", reading.Reports[0].Report.Unit);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_marked_copy_has_the_same_faults(string name)
    {
        var file = FieldFiles.All.Single(file => file.Name == name);
        var faults = Books.Read(file.Content).Faults;
        if (MarkedFile.Mark(file.Content, faults, Books.English) is not { } copy)
        {
            Assert.Contains(file.Codes[0], Unmarkable);
            return;
        }

        Assert.Equal(faults, Books.Read(copy).Faults);
    }

    [Fact]
    public void An_escape_is_read_as_the_character_that_it_stands_for()
    {
        Assert.Equal(
            "Móc khóa an toàn",
            Books.Read("name;sites", "00001;;20/02/2017;Móc khóa_x000D_an toàn;1").Reports.Single().Report.Models![0].Name);
        Assert.Equal(
            "hai dòng",
            Books.Read(FieldFiles.All.Single(file => file.Name == "text escaped in a workbook").Content).Reports.Single().Report.Note);
    }

    [Fact]
    public void Marking_keeps_the_comments_that_are_there_and_marking_again_adds_nothing()
    {
        const string Drawing =
            "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><v:shape "
                + "id=\"_x0000_s1025\"><x:ClientData "
                + "ObjectType=\"Note\"><x:Row>1</x:Row><x:Column>3</x:Column></x:ClientData></v:shape></xml>";
        var content = new Workbook()
            .Set(Workbook.Sheet, Workbook.SheetOf(
                Workbook.Row(2, Workbook.Text("D2", "x5") + Workbook.Text("E2", "x6")),
                "<legacyDrawing r:id=\"rId2\"/>"))
            .Set("xl/worksheets/_rels/sheet1.xml.rels", Workbook.Related(
                ("rId1", "comments", "../comments1.xml"),
                ("rId2", "vmlDrawing", "../drawings/vmlDrawing1.vml")))
            .Set("xl/comments1.xml", $"<comments {Workbook.Names}><authors><author>A</author></authors><commentList><comment ref=\"D2\" "
                + "authorId=\"0\"><text><t>old note</t></text></comment><comment ref=\"A1\" authorId=\"0\"><text><t>of the "
                + "heading</t></text></comment></commentList></comments>")
            .Set("xl/drawings/vmlDrawing1.vml", Drawing)
            .ToArray();
        var faults = Books.Read(content).Faults;

        var once = MarkedFile.Mark(content, faults, Books.English)!;
        var twice = MarkedFile.Mark(once, faults, Books.English)!;

        var comments = Part(once, "xl/comments1.xml");
        Assert.Contains("old note", comments, StringComparison.Ordinal);
        Assert.Contains("of the heading", comments, StringComparison.Ordinal);
        Assert.All(faults, fault => Assert.Contains(fault.Message, comments, StringComparison.Ordinal));
        Assert.Contains("_x0000_s1025", Part(once, "xl/drawings/vmlDrawing1.vml"), StringComparison.Ordinal);
        Assert.Equal(comments, Part(twice, "xl/comments1.xml"));
        Assert.Equal(faults, Books.Read(twice).Faults);
    }

    [Fact]
    public void A_marked_list_runs_no_formula_whatever_the_separator()
    {
        var csv = Encoding.UTF8.GetBytes(Books.Header + "agencies\n00001;;20/02/2017;\"a|=1+1\"\n");

        var copy = Encoding.UTF8.GetString(MarkedFile.Mark(csv, Books.Read(csv).Faults, Books.English)!);

        Assert.Contains("“a|'=1+1”", copy, StringComparison.Ordinal);
    }

    /// <summary>The page is made of these files; run with AGGREGATION_WRITE_DOCS=1, the test writes it.</summary>
    [Fact]
    public void The_page_of_what_is_read_and_refused_is_up_to_date()
    {
        var path = Path.Combine(Repository.Root, Page);
        var page = string.Join('\n', Lines()) + "\n";
        if (Environment.GetEnvironmentVariable(Rewrite) == "1")
            File.WriteAllText(path, page);

        Assert.True(
            page == File.ReadAllText(path),
            $"{Page} is out of date; write it with {Rewrite}=1 dotnet test tests/Unit --filter FieldFilesTests.");
    }

    private static IEnumerable<string> Lines()
    {
        yield return "# What the file readers accept, refuse and say";
        yield return "";
        yield return $"Made by the tests (`{Rewrite}=1 dotnet test tests/Unit --filter FieldFilesTests`). The sentences are shown in "
            + "English; Vietnamese is the default.";
        yield return "A file is taken whole or not at all: where something is told, nothing of the file is recorded.";
        yield return "";
        yield return "## Files from the field";
        yield return "";
        yield return "| The file | | What is said of it |";
        yield return "|---|---|---|";
        foreach (var file in FieldFiles.All)
            yield return LineOf(file.Name, file.Content);
        yield return "";
        yield return "## Files made to bring a reader down";
        yield return "";
        yield return "| The file | | What is said first |";
        yield return "|---|---|---|";
        foreach (var file in HostileFiles.All)
            yield return LineOf(file.Name, file.Make());
    }

    private static string LineOf(string name, byte[] content)
    {
        var faults = Books.Read(content).Faults;
        if (faults is not [var first, ..])
            return $"| {Escaped(name)} | read | |";
        var place = first.Place.Cell ?? (first.Place.Row > 0 ? $"Row {first.Place.Row}" : "");
        return $"| {Escaped(name)} | `{first.Code}` | {Escaped($"{place} {first.Message}".TrimStart())} |";
    }

    private static string Escaped(string text) =>
        text.Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).ReplaceLineEndings(" ");

    private static string Part(byte[] workbook, string part)
    {
        using var archive = new ZipArchive(new MemoryStream(workbook));
        using var reader = new StreamReader(archive.GetEntry(part)!.Open());
        return reader.ReadToEnd();
    }
}
