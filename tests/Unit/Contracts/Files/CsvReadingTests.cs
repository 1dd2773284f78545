using System;
using System.Linq;
using System.Text;
using Aggregation.Domain.Reports;
using Aggregation.Files.Texts;
using Aggregation.Testing.Reference;
using Aggregation.Tests.Support;
using FsCheck.Fluent;
using Xunit;

namespace Aggregation.Tests.Contracts.Files;

/// <summary>What cells mean.</summary>
public sealed class CsvReadingTests
{
    [Fact]
    public void Blank_is_unchanged_and_0_is_zero()
    {
        var reading = Books.Read("agencies;schools", "00001;;20/02/2017;0;", "00004;Phường Trúc Bạch;20/02/2017;;");

        Assert.Empty(reading.Faults);
        Assert.Equal([new("agencies", 0)], Assert.Single(reading.Reports).Report.Counts!);
        Assert.Equal(1, reading.UnchangedRows);
    }

    [Theory]
    [InlineData("1", "Thành phố Hà Nội", "01")]
    [InlineData("1", "QUẬN  ba đình", "001")]
    [InlineData("1", "Phường Phúc Xá", "00001")]
    [InlineData("101", "Quận Thử", "101")]
    [InlineData("101", "Xã Hoà Thử", "00101")]
    [InlineData("101", "", "101")]
    [InlineData("00101", "hòa thử", "00101")]
    public void Zeros_that_were_lost_come_back_only_where_the_name_agrees(string code, string name, string unit)
    {
        var reading = Books.Read("agencies", $"{code};{name};20/02/2017;1");

        Assert.Empty(reading.Faults);
        Assert.Equal(unit, reading.Reports.Single().Report.Unit);
    }

    [Theory]
    [InlineData("consolidated")]
    [InlineData("Đã kiện toàn")]
    [InlineData("  đã   KIỆN toàn ")]
    [InlineData("Consolidated")]
    public void A_state_is_known_by_its_label_in_either_language_and_by_its_id(string state) =>
        Assert.Equal("consolidated", Books.Read("Kiện toàn", $"00001;;20/02/2017;{state}").Reports.Single().Report.Statuses!["committee"]);

    [Theory]
    [InlineData("1234", 1234)]
    [InlineData("1 234", 1234)]
    [InlineData("1\u00a0234\u00a0567", 1234567)]
    [InlineData("1.234.567", 1234567)]
    [InlineData("1,234,567", 1234567)]
    [InlineData("000", 0)]
    public void A_number_that_can_be_read_one_way_is_read(string text, long number) =>
        Assert.Equal(number, Books.Read("agencies", $"00001;;20/02/2017;\"{text}\"").Reports.Single().Report.Counts!["agencies"]);

    [Fact]
    public void Models_and_declared_figures_are_read_under_their_names()
    {
        var models = Books.Read(
            "name;kinds;sites;groups",
            "00001;;20/02/2017;Móc khóa an toàn;Tự phòng, self-protection;2;",
            "00001;;20/02/2017;Đèn;;0;0");
        var declared = Books.Read(
            "declared.models;Số khai cả địa bàn: Cơ quan, đơn vị;note",
            "01;;20/02/2017;490;7;\"hai\ndòng\"").Reports.Single().Report;

        Assert.Empty(models.Faults);
        var report = Assert.Single(models.Reports).Report;
        Assert.Equal(("Móc khóa an toàn", 2, 0), (report.Models![0].Name, report.Models[0].Sites, report.Models[0].Groups));
        Assert.Equal(["self-prevention", "self-protection"], report.Models[0].Kinds);
        Assert.Equal([new("agencies", 7), new("models", 490)], declared.Declared!);
        Assert.Equal("hai dòng", declared.Note);
    }

    [Fact]
    public void Keys_are_of_what_the_file_says_and_of_the_row()
    {
        string[] lines = ["00001;;20/02/2017;5", "00004;;20/02/2017;6"];
        var keys = Keys(lines);

        Assert.All(keys, key => Assert.InRange(key.Length, 20, 64));
        Assert.Equal(keys, Keys("1;Phường Phúc Xá;2017-02-20;5", "4;Phường Trúc Bạch;2017-02-20;6"));
        Assert.Equal(keys.Reverse(), Keys([.. lines.Reverse()]));
        Assert.Empty(keys.Intersect(Keys(lines[0], "00004;;20/02/2017;7")));
        Assert.Empty(keys.Intersect(Books.Read("agencies", lines).WithNewKeys().Reports.Select(report => report.Report.IdempotencyKey)));

        static string[] Keys(params string[] lines) =>
            [.. Books.Read("agencies", lines).Reports.Select(report => report.Report.IdempotencyKey)];
    }

    [Fact]
    public void Names_are_compared_as_the_silo_compares_names_of_models()
    {
        Properties.ForAll(Gen.Two(Gen.Elements(Draw.Names.ToArray())), pair =>
            Assert.Equal(
                ModelName.Normalize(pair.Item1) == ModelName.Normalize(pair.Item2),
                NameText.Normalize(pair.Item1) == NameText.Normalize(pair.Item2)));
        Properties.ForAll(
            Gen.Elements(Draw.Names.ToArray()),
            name => Assert.Equal(NameText.Normalize(name), NameText.Normalize(name.ToUpperInvariant().Normalize(NormalizationForm.FormD))));
    }

    [Fact]
    public void A_number_is_never_read_as_another_one() => Properties.ForAll(Gen.Choose(0, 1_000_000_000), number =>
    {
        var grouped = $"{number:N0}";
        var plain = NumberText.Read($"{number}", out var read);
        var withPoints = NumberText.Read(grouped.Replace(",", ".", StringComparison.Ordinal), out var readWithPoints);

        Assert.Equal((NumberReading.Whole, (long)number), (plain, read));
        Assert.Equal(number is >= 1_000 and < 1_000_000 ? NumberReading.Ambiguous : NumberReading.Whole, withPoints);
        if (withPoints == NumberReading.Whole)
            Assert.Equal(number, readWithPoints);
    });
}
