using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Client;
using Aggregation.Commands.Output;
using Aggregation.Contracts;

namespace Aggregation.Commands;

/// <summary><c>history [unit]</c>: a figure over time.</summary>
internal static class HistoryCommand
{
    private static readonly Argument<string> Unit = Arguments.Unit();
    private static readonly Option<string> Indicator = Arguments.TextOr(
        "--indicator",
        "ID",
        "committee",
        [.. Arguments.Statuses, .. Arguments.Counts, "models"]);
    private static readonly Option<string?> Level = Arguments.Text("--level", "LEVEL", Arguments.Levels);
    private static readonly Option<DateOnly?> From = Arguments.Day("--from");
    private static readonly Option<DateOnly?> To = Arguments.Day("--to");
    private static readonly Option<string> Step = Arguments.TextOr("--step", "day|month|year", "month");
    private static readonly Option<DateTimeOffset?> KnownAt = Arguments.Instant("--known-at");

    public static Command Build()
    {
        Step.AcceptOnlyFromAmong("day", "month", "year");
        var command = new Command("history", Words.Get("Command.history")) { Unit, Indicator, Level, From, To, Step, KnownAt };
        CommandRun.Define(command, RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(CommandRun run)
    {
        var indicator = run.Value(Indicator);
        var unit = run.Value(Unit);
        var to = run.Value(To) ?? Today.Value;
        var query = new HistoryQuery
        {
            Indicator = indicator,
            Level = run.Value(Level) ?? await NearestAsync(run, unit, indicator),
            From = run.Value(From) ?? to.AddYears(-1),
            To = to,
            Step = run.Value(Step),
            KnownAt = run.Value(KnownAt),
        };
        var answer = await run.Client.GetHistoryAsync(unit, query, run.Stop);
        if (run.IsJson)
            run.Printer.Json(answer, ReadJson.Written.HistoryAnswer);
        else
            Print(run.Printer, answer.Points);
        return ExitCode.Ok;
    }

    private static async Task<string?> NearestAsync(CommandRun run, string unit, string indicator)
    {
        var rollUp = await run.Client.GetRollUpAsync(unit, cancellationToken: run.Stop);
        return rollUp.Headlines.FirstOrDefault(headline => headline.Indicator == indicator)?.Level;
    }

    private static void Print(Printer printer, IReadOnlyList<HistoryPoint> points)
    {
        if (points.Any(point => point.Distinct is not null))
        {
            printer.Table(
                [Words.Get("Day"), "#" + Words.Get("Models"), "#" + Words.Get("Sites"), "#" + Words.Get("Groups")],
                points.Select(point => new[] { Figure.Of(point.On), Figure.Of(point.Distinct
                    ?? 0), Figure.Of(point.Sites ?? 0), Figure.Of(point.Groups ?? 0) }));
        }
        else if (points.Any(point => point.Complete is not null))
        {
            printer.Table(
                [Words.Get("Day"), "#" + Words.Get("Complete"), "#" + Words.Get("Total"), "#" + Words.Get("Share")],
                points.Select(point => new[] { Figure.Of(point.On), Figure.Of(point.Complete
                    ?? 0), Figure.Of(point.Total ?? 0), Figure.Share(point.Complete ?? 0, point.Total ?? 0) }));
        }
        else
        {
            printer.Table(
                [Words.Get("Day"), "#" + Words.Get("Total")],
                points.Select(point => new[] { Figure.Of(point.On), Figure.Of(point.Total ?? 0) }));
        }
    }
}
