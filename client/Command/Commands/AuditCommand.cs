using System;
using System.CommandLine;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Commands.Output;
using Aggregation.Contracts;

namespace Aggregation.Commands;

/// <summary><c>audit</c>: what administrators have done.</summary>
internal static class AuditCommand
{
    private static readonly Option<DateOnly?> From = Arguments.Day("--from");
    private static readonly Option<DateOnly?> To = Arguments.Day("--to");
    private static readonly Option<int> Limit = Arguments.Number("--limit", "N", 20, 0, int.MaxValue);

    public static Command Build()
    {
        var command = new Command("audit", Words.Get("Command.audit")) { From, To, Limit };
        CommandRun.Define(command, RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(CommandRun run)
    {
        var (first, items, next) = await Pages.ReadAsync(
            run.Value(Limit),
            (cursor, limit) => run.Client.GetAuditPageAsync(run.Value(From), run.Value(To), cursor, limit, run.Stop),
            page => (page.Items, page.Next));
        if (run.IsJson)
        {
            run.Printer.Json(first with { Items = items, Next = next }, AccessJson.Written.AuditPage);
            return ExitCode.Ok;
        }

        run.Printer.Table(
            [Words.Get("ActAt"), Words.Get("Act"), Words.Get("ActBy"), Words.Get(
                "Unit"), Words.Get("ActTarget"), Words.Get("ActOutcome"), Words.Get("ActFigures"), Words.Get("ActRequest")],
            items.Select(Row));
        if (next is not null)
            Printer.Error(Words.Get("MoreRows"));
        return ExitCode.Ok;
    }

    private static string[] Row(AuditEntry act) =>
    [
        Figure.Of(act.At),
        Words.Get("Act." + act.Act),
        act.Key ?? Words.Get("TheSilo"),
        act.Unit.Length == 0 ? "" : $"{act.Edition}/{act.Unit}",
        act.Target ?? "",
        Words.Get("ActOutcome." + act.Outcome),
        string.Join(", ", act.Figures.Select(figure => $"{figure.Key} {Figure.Of(figure.Value)}")),
        act.RequestId ?? "",
    ];
}
