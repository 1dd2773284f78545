using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Commands.Output;
using Aggregation.Contracts;

namespace Aggregation.Commands;

/// <summary><c>status [unit]</c>: a roll-up.</summary>
internal static class StatusCommand
{
    private static readonly Argument<string> Unit = Arguments.Unit();
    private static readonly Option<System.DateOnly?> AsOf = Arguments.Day("--as-of");
    private static readonly Option<System.DateTimeOffset?> KnownAt = Arguments.Instant("--known-at");
    private static readonly Option<bool> Children = Arguments.Flag("--children");

    public static Command Build()
    {
        var command = new Command("status", Words.Get("Command.status")) { Unit, AsOf, KnownAt, Children };
        CommandRun.Define(command, RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(CommandRun run)
    {
        var dates = new FigureDates(run.Value(AsOf), run.Value(KnownAt));
        if (run.Value(Children))
            return await ShowChildrenAsync(run, dates);
        var rollUp = await run.Client.GetRollUpAsync(run.Value(Unit), dates, run.Stop);
        if (run.IsJson)
            run.Printer.Json(rollUp, ReadJson.Written.UnitRollUp);
        else
            new RollUpPrinter(run.Printer, new CatalogueWords(await run.Client.GetCatalogueAsync(run.Stop))).Print(rollUp);
        return ExitCode.Ok;
    }

    private static async Task<int> ShowChildrenAsync(CommandRun run, FigureDates dates)
    {
        var page = await run.Client.GetChildrenAsync(run.Value(Unit), dates, run.Stop);
        if (run.IsJson)
        {
            run.Printer.Json(page, ReadJson.Written.RollUpPage);
            return ExitCode.Ok;
        }

        var words = new CatalogueWords(await run.Client.GetCatalogueAsync(run.Stop));
        run.Printer.Table(
            [Words.Get("Code"), Words.Get("Name"), Words.Get("OwnState"), Words.Get("Headline"), "#"
                + Words.Get("Models"), "#" + Words.Get("Sites"), Words.Get("LastReportedOn")],
            page.Items.Select(child => Row(child, words)));
        return ExitCode.Ok;
    }

    private static IReadOnlyList<string> Row(UnitRollUp child, CatalogueWords words) =>
    [
        child.Code,
        child.Name,
        child.Statuses.TryGetValue("committee", out var committee) ? words.StateOf("committee", committee.Own) : "",
        child.Headlines.Count > 0 ? words.TextOf(child.Headlines[0]) : "",
        Figure.Of(child.Models.Distinct),
        Figure.Of(child.Models.Sites),
        Figure.Of(child.LastReportedOn),
    ];
}
