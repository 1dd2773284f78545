using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using Aggregation.Contracts;
using Aggregation.Files;
using Aggregation.Files.Columns;
using Aggregation.Files.Templates;
using Aggregation.Testing.Reference;
using Aggregation.Tests.Support;
using CsvHelper;
using CsvHelper.Configuration;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Aggregation.Tests.Contracts.Files;

/// <summary>What is written into a template is what is read out of it.</summary>
public sealed class RoundTripTests
{
    private static readonly FileColumns Columns = new(SeedArea.Small.Catalogue);

    /// <summary>The figures of a row by the ids of their columns; states by id.</summary>
    private static Gen<Dictionary<string, string>> Figures
    {
        get
        {
            var states = SeedArea.Small.Catalogue.Indicators.Where(indicator => indicator.Type == "status")
                .SelectMany(indicator => indicator.States.Select(state => (indicator.Id, state)));
            var numbers = Columns.Figures.Where(column => column.Kind is ColumnKind.Count or ColumnKind.Declared)
                .Select(column => column.Id);
            var count = from id in Gen.Elements(numbers.ToArray())
                        from number in Draw.Values
                        select (id, number.ToString(CultureInfo.InvariantCulture));
            var figure = Gen.OneOf(Gen.Elements(states.ToArray()), count);
            return from figures in figure.NonEmptyListOf()
                   select figures.GroupBy(pair => pair.Item1).ToDictionary(
                pairs => pairs.Key,
                pairs => pairs.First().Item2,
                StringComparer.Ordinal);
        }
    }

    private static Gen<Dictionary<string, Dictionary<string, string>>> Files =>
        from units in Gen.SubListOf(SeedArea.Small.Units.Select(unit => unit.Code)).Where(units => units.Count > 0)
        from rows in Figures.ListOf(units.Count)
        select units.Zip(rows).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);

    [Fact]
    public void Of_a_workbook() => Properties.ForAll(Files, file =>
    {
        var cells = SeedArea.Small.Units.SelectMany((unit, place) => file.TryGetValue(unit.Code, out var figures)
            ? CellsOf(figures, place + 2)
            : []);

        AssertSame(file, Books.Read(Books.Fill(Books.Template(), cells)));
    }, 60);

    [Fact]
    public void Of_csv() => Properties.ForAll(Files, file =>
    {
        var template = new ReportTemplate(SeedArea.Small.Catalogue, SeedArea.Small.Units).ToFiguresCsv();

        AssertSame(file, Books.Read(FillCsv(template, file)));
    }, 100);

    [RealListFact]
    public void Of_the_whole_province_of_01_with_a_figure_in_every_cell()
    {
        var area = SeedArea.Real();
        var units = ReportTemplate.Within(area.Units, "01");
        var template = new ReportTemplate(area.Catalogue, units);
        var file = units.ToDictionary(unit => unit.Code, unit => Columns.Figures.Where(column => column.Kind == ColumnKind.Count)
            .ToDictionary(column => column.Id, _ => "1234", StringComparer.Ordinal));

        var workbook = Books.Read(
            Books.Fill(template.ToWorkbook(), units.SelectMany((unit, place) => CellsOf(file[unit.Code], place + 2))),
            area);
        var csv = Books.Read(FillCsv(template.ToFiguresCsv(), file), area);

        Assert.Equal(1 + 30 + 579, units.Count);
        AssertSame(file, workbook);
        AssertSame(file, csv);
        Assert.Equal(
            csv.Reports.Select(report => report.Report.IdempotencyKey),
            workbook.Reports.Select(report => report.Report.IdempotencyKey));
    }

    private static IEnumerable<(string Sheet, string Cell, object Value)> CellsOf(Dictionary<string, string> figures, int row)
    {
        yield return ("Số liệu", $"C{row}", 42786);
        foreach (var (id, text) in figures)
        {
            var place = Columns.Figures.Select((column, at) => (column, at)).First(pair => pair.column.Id == id);
            yield return ("Số liệu", $"{CellPlace.LettersOf(place.at + 1)}{row}", place.column.Indicator is { Type: "status" } status
                ? status.StateLabels[text].Vi
                : long.Parse(text, CultureInfo.InvariantCulture));
        }
    }

    private static byte[] FillCsv(byte[] template, Dictionary<string, Dictionary<string, string>> file)
    {
        var text = new StringWriter();
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = ";" };
        using var parser = new CsvParser(new StringReader(Encoding.UTF8.GetString(template).TrimStart('\uFEFF')), configuration);
        using var writer = new CsvWriter(text, configuration);
        while (parser.Read())
        {
            var figures = file.GetValueOrDefault(parser[0]);
            for (var column = 0; column < parser.Count; column++)
                writer.WriteField(figures is null ? parser[column]
                    : column == 2 ? "20/02/2017"
                    : figures.GetValueOrDefault(Columns.Figures[column].Id, parser[column]));
            writer.NextRecord();
        }

        writer.Flush();
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void AssertSame(Dictionary<string, Dictionary<string, string>> file, FileReading reading)
    {
        Assert.Empty(reading.Faults);
        Assert.Equal(
            file.Keys.Order(StringComparer.Ordinal),
            reading.Reports.Select(report => report.Report.Unit).Order(StringComparer.Ordinal));
        foreach (var report in reading.Reports.Select(report => report.Report))
        {
            Assert.Equal(new DateOnly(2017, 2, 20), report.EffectiveOn);
            Assert.Equal(Text(file[report.Unit]), Text(FiguresOf(report)));
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> FiguresOf(Report report) =>
        (report.Counts ?? new Dictionary<string, long>()).Select(count => KeyValuePair.Create(count.Key, $"{count.Value}"))
        .Concat((report.Declared
            ?? new Dictionary<string, long>()).Select(declared => KeyValuePair.Create("declared." + declared.Key, $"{declared.Value}")))
        .Concat(report.Statuses ?? new Dictionary<string, string>());

    private static string Text(IEnumerable<KeyValuePair<string, string>> figures) => JsonSerializer.Serialize(
        new SortedDictionary<string, string>(figures.ToDictionary(pair => pair.Key, pair => pair.Value), StringComparer.Ordinal));
}
