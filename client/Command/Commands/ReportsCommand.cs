using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using System.Net;
using System.Threading.Tasks;
using Aggregation.Client;
using Aggregation.Commands.Output;
using Aggregation.Commands.Trail;
using Aggregation.Contracts;

namespace Aggregation.Commands;

/// <summary><c>reports UNIT</c>: the audit trail.</summary>
internal static class ReportsCommand
{
    private const int MostOfPage = 1000;

    private static readonly Argument<string> Unit = Arguments.Needed<string>("unit");
    private static readonly Option<int> Limit = Arguments.Number("--limit", "N", 20, 0, int.MaxValue);

    public static Command Build()
    {
        var command = new Command("reports", Words.Get("Command.reports")) { Unit, Limit };
        CommandRun.Define(command, RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(CommandRun run)
    {
        var (first, shown, next) = await Pages.ReadAsync(
            run.Value(Limit),
            (cursor, limit) => ReadAsync(run, cursor, limit),
            page => (page.Items, page.Next));

        // A report further back may speak of a later day: only all of them tell what stands.
        List<LedgerReport> all = [.. shown];
        for (var (cursor, page) = (next, first); cursor is not null; cursor = page.Next)
            all.AddRange((page = await ReadAsync(run, cursor, MostOfPage)).Items);
        var trail = new AuditTrail(all);
        var told = new TrailPage(
            first.Edition,
            first.Simulated,
            shown,
            next,
            [.. shown.SelectMany(trail.FiguresOf)],
            await ReadKeysAsync(run, all));
        if (run.IsJson)
        {
            run.Printer.Json(told, TrailJson.Written.TrailPage);
            return ExitCode.Ok;
        }

        new TrailPrinter(run.Printer, new CatalogueWords(await run.Client.GetCatalogueAsync(run.Stop))).Print(told);
        if (next is not null)
            Printer.Error(Words.Get("MoreRows"));
        return ExitCode.Ok;
    }

    private static Task<LedgerPage> ReadAsync(CommandRun run, string? cursor, int limit) =>
        run.Client.GetReportPageAsync(run.Value(Unit), cursor, limit, run.Stop);

    // What a key is for is told to administrators only; everybody else sees its id.
    private static async Task<Dictionary<string, string>> ReadKeysAsync(CommandRun run, List<LedgerReport> rows)
    {
        var reporters = rows.Select(row => row.Reporter).ToHashSet(StringComparer.Ordinal);
        try
        {
            var (_, keys, _) = await Pages.ReadAsync(
                0,
                (cursor, limit) => run.Client.GetKeyPageAsync(cursor, limit, run.Stop),
                page => (page.Items, page.Next));
            return keys.Where(key => key.Note is not null && reporters.Contains(key.Id)).ToDictionary(
                key => key.Id,
                key => key.Note!,
                StringComparer.Ordinal);
        }
        catch (AggregationProblemException problem) when (problem.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            return [];
        }
    }
}
