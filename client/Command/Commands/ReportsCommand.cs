using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Commands.Output;
using Aggregation.Contracts;

namespace Aggregation.Commands;

/// <summary><c>reports UNIT</c>: the audit trail.</summary>
internal static class ReportsCommand
{
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
        var (first, items, next) = await Pages.ReadAsync(
            run.Value(Limit),
            (cursor, limit) => run.Client.GetReportPageAsync(run.Value(Unit), cursor, limit, run.Stop),
            page => (page.Items, page.Next));
        if (run.IsJson)
        {
            run.Printer.Json(first with { Items = items, Next = next }, ReadJson.Written.LedgerPage);
            return ExitCode.Ok;
        }

        run.Printer.Table(
            ["#" + Words.Get("Sequence"), Words.Get("EffectiveOn"), Words.Get("RecordedAt"), Words.Get("Reporter"), Words.Get("Figures"), Words.Get("Note"), Words.Get("IdempotencyKey")],
            items.Select(Row));
        if (next is not null)
            Printer.Error(Words.Get("MoreRows"));
        return ExitCode.Ok;
    }

    private static IReadOnlyList<string> Row(LedgerReport report) =>
    [
        report.Sequence.ToString(CultureInfo.InvariantCulture),
        Figure.Of(report.EffectiveOn),
        Figure.Of(report.RecordedAt),
        report.Reporter,
        FiguresOf(report),
        report.Note ?? "",
        report.IdempotencyKey,
    ];

    private static string FiguresOf(LedgerReport report)
    {
        var figures = FiguresText.Of(report);
        return report.WithdrawnBy is { } by ? string.Join(", ", figures, Words.Get("WithdrawnBy", by)) : figures;
    }
}
