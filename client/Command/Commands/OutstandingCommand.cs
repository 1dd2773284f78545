using System;
using System.CommandLine;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Client;
using Aggregation.Commands.Output;
using Aggregation.Contracts;

namespace Aggregation.Commands;

/// <summary><c>outstanding [unit]</c>: which one of the 63 is missing.</summary>
internal static class OutstandingCommand
{
    private static readonly Argument<string> Unit = Arguments.Unit();
    private static readonly Option<string> Indicator = Arguments.TextOr(
        "--indicator",
        "ID",
        "committee",
        [.. Arguments.Statuses, "reporting"]);
    private static readonly Option<string?> Level = Arguments.Text("--level", "LEVEL", Arguments.Levels);
    private static readonly Option<DateOnly?> From = Arguments.Day("--from");
    private static readonly Option<DateOnly?> To = Arguments.Day("--to");
    private static readonly Option<DateOnly?> AsOf = Arguments.Day("--as-of");
    private static readonly Option<DateTimeOffset?> KnownAt = Arguments.Instant("--known-at");
    private static readonly Option<int> Limit = Arguments.Number("--limit", "N", 100, 0, int.MaxValue);

    public static Command Build()
    {
        var command = new Command(
            "outstanding",
            Words.Get("Command.outstanding")) { Unit, Indicator, Level, From, To, AsOf, KnownAt, Limit };
        CommandRun.Define(command, RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(CommandRun run)
    {
        var catalogue = new CatalogueWords(await run.Client.GetCatalogueAsync(run.Stop));
        var unit = run.Value(Unit);
        var indicator = run.Value(Indicator);
        var level = run.Value(Level) ?? await NearestAsync(run, unit, indicator);
        var query = new OutstandingQuery
        {
            Indicator = indicator,
            Level = level,
            From = run.Value(From),
            To = run.Value(To),
            Dates = new FigureDates(run.Value(AsOf), run.Value(KnownAt)),
        };
        var (first, items, next) = await Pages.ReadAsync(
            run.Value(Limit),
            (cursor, limit) => run.Client.GetOutstandingPageAsync(unit, query, cursor, limit, run.Stop),
            page => (page.Items, page.Next));
        var all = first with { Items = items, Next = next };
        if (run.IsJson)
            run.Printer.Json(all, ReadJson.Written.OutstandingPage);
        else
            Print(run.Printer, catalogue, all, indicator, level);
        return ExitCode.Ok;
    }

    // Without a level, the one directly below that the indicator is about.
    private static async Task<string?> NearestAsync(CommandRun run, string unit, string indicator)
    {
        var rollUp = await run.Client.GetRollUpAsync(unit, cancellationToken: run.Stop);
        return rollUp.Headlines.FirstOrDefault(headline => headline.Indicator == indicator)?.Level
            ?? (rollUp.Headlines.Count > 0 ? rollUp.Headlines[0].Level : null);
    }

    private static void Print(Printer printer, CatalogueWords words, OutstandingPage page, string indicator, string? level)
    {
        var label = indicator == "reporting" ? Words.Get("HasReported") : words.LabelOf(indicator);
        if (printer.IsTerminal)
            printer.Line(Words.Get("OutstandingTotal", Figure.Of(page.Total), level is null
                ? ""
                : words.LevelOf(level), label), page.Total == 0 ? "bold green" : "bold");
        if (page.Items.Count > 0 || !printer.IsTerminal)
        {
            printer.Table(
                [Words.Get("Code"), Words.Get("Name"), Words.Get("State"), Words.Get("Parent"), Words.Get("LastReportedOn")],
                page.Items.Select(unit => new[] { unit.Code, unit.Name, words.StateOf(indicator, unit.State), unit.Parent
                    ?? "", Figure.Of(unit.LastReportedOn) }));
        }

        if (page.Next is not null)
            Printer.Error(Words.Get("More", Figure.Of(page.Total - page.Items.Count)));
    }
}
