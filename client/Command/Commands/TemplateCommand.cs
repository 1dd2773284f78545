using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Commands.Output;
using Aggregation.Contracts;
using Aggregation.Files.Templates;

namespace Aggregation.Commands;

/// <summary><c>template [UNIT]</c>: the spreadsheet that a province fills in, with its own units.</summary>
internal static class TemplateCommand
{
    private const string Workbook = "xlsx";
    private const string Csv = "csv";

    private static readonly Argument<string?> Unit = Arguments.WithoutOptions(new Argument<string?>("unit")
    {
        Description = Words.Get("Argument.template-unit"),
        HelpName = "UNIT",
        Arity = ArgumentArity.ZeroOrOne,
    });

    private static readonly Option<string> Format = Arguments.TextOr("--format", "xlsx|csv", Workbook, Workbook, Csv);
    private static readonly Option<string?> Target = Arguments.Text("--output", "FILE");

    public static Command Build()
    {
        Format.AcceptOnlyFromAmong(Workbook, Csv);
        var command = new Command("template", Words.Get("Command.template")) { Unit, Format, Target };
        CommandRun.Define(command, RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(CommandRun run)
    {
        var catalogue = await run.Client.GetCatalogueAsync(run.Stop);
        var all = await run.Client.GetUnitsAsync(cancellationToken: run.Stop).ToListAsync(run.Stop);
        var code = run.Value(Unit);
        var units = code is null ? all : ReportTemplate.Within(all, code);
        if (units.Count == 0)
            throw new RefusedException(Words.Get("NoSuchUnit", code));

        var template = new ReportTemplate(catalogue, units);
        var path = run.Value(Target) ?? $"aggregation-{units[0].Code}.{run.Value(Format)}";
        if (run.Value(Format) == Csv)
        {
            await WriteAsync(run, path, template.ToFiguresCsv());
            await WriteAsync(run, Path.ChangeExtension(path, null) + "-models.csv", template.ToModelsCsv());
        }
        else
        {
            await WriteAsync(run, path, template.ToWorkbook());
        }

        run.Printer.Table([Words.Get("Level"), "#" + Words.Get("Units")], LevelsOf(catalogue, units));
        return ExitCode.Ok;
    }

    private static IEnumerable<string[]> LevelsOf(PublishedCatalogue catalogue, IReadOnlyList<RegistryUnit> units) =>
        units.GroupBy(unit => unit.Level, StringComparer.Ordinal)
            .Select(level => new[] { Words.Of(catalogue.LevelLabels[level.Key]), Figure.Of(level.Count()) });

    // A template that somebody has begun to fill in is never written over.
    private static async Task WriteAsync(CommandRun run, string path, byte[] content)
    {
        try
        {
            await using var file = new FileStream(path, FileMode.CreateNew);
            await file.WriteAsync(content, run.Stop);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(Words.Get("CannotWrite", path, exception.Message));
        }

        run.Printer.Line(Words.Get("Written", path, Figure.Of(content.Length)), "green");
    }
}
