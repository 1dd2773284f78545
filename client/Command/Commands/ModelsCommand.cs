using System;
using System.CommandLine;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Client;
using Aggregation.Commands.Output;
using Aggregation.Contracts;

namespace Aggregation.Commands;

/// <summary><c>models [unit]</c>: the named models.</summary>
internal static class ModelsCommand
{
    private static readonly Argument<string> Unit = Arguments.Unit();
    private static readonly Option<string?> Name = Arguments.Text("--name", "TEXT");
    private static readonly Option<string?> Kind = Arguments.Text(
        "--kind",
        "KIND",
        "self-governance",
        "self-prevention",
        "self-protection",
        "self-reconciliation",
        "other");
    private static readonly Option<DateOnly?> AsOf = Arguments.Day("--as-of");
    private static readonly Option<DateTimeOffset?> KnownAt = Arguments.Instant("--known-at");
    private static readonly Option<int> Limit = Arguments.Number("--limit", "N", 100, 0, int.MaxValue);

    public static Command Build()
    {
        var command = new Command("models", Words.Get("Command.models")) { Unit, Name, Kind, AsOf, KnownAt, Limit };
        CommandRun.Define(command, RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(CommandRun run)
    {
        var query = new ModelQuery
        {
            Text = run.Value(Name),
            Kind = run.Value(Kind),
            Dates = new FigureDates(run.Value(AsOf), run.Value(KnownAt))
        };
        var (first, items, next) = await Pages.ReadAsync(
            run.Value(Limit),
            (cursor, limit) => run.Client.GetModelPageAsync(run.Value(Unit), query, cursor, limit, run.Stop),
            page => (page.Items, page.Next));
        if (run.IsJson)
        {
            run.Printer.Json(first with { Items = items, Next = next }, ReadJson.Written.ModelPage);
            return ExitCode.Ok;
        }

        var words = new CatalogueWords(await run.Client.GetCatalogueAsync(run.Stop));
        if (run.Printer.IsTerminal)
            run.Printer.Line(Words.Get("ModelTotals", Figure.Of(first.Distinct), Figure.Of(first.Sites), Figure.Of(first.Groups)), "bold");
        run.Printer.Table(
            [Words.Get("Model"), Words.Get("Kinds"), "#" + Words.Get("Sites"), "#" + Words.Get("Groups"), "#" + Words.Get("Units")],
            items.Select(model => new[] { model.Name, string.Join(
                ", ",
                model.Kinds.Select(words.KindOf)), Figure.Of(model.Sites), Figure.Of(model.Groups), Figure.Of(model.Units) }));
        if (next is not null)
            Printer.Error(Words.Get("More", Figure.Of(first.Distinct - items.Count)));
        return ExitCode.Ok;
    }
}
