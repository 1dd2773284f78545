using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Commands.Outboxes;
using Aggregation.Commands.Output;
using Aggregation.Outboxes;

namespace Aggregation.Commands;

/// <summary><c>outbox</c>: what waits to be sent, what was refused and why.</summary>
internal static class OutboxCommand
{
    private static readonly Option<bool> All = Arguments.Flag("--all");
    private static readonly Option<int> Limit = Arguments.Number("--limit", "N", 100, 0, int.MaxValue);

    private static readonly Option<string[]> Confirm = Arguments.Confirm();

    private static readonly Argument<long[]> Numbers = Arguments.WithoutOptions(new Argument<long[]>("numbers")
    {
        Description = Words.Get("Argument.numbers"),
        HelpName = "NUMBER",
        Arity = ArgumentArity.OneOrMore,
    });

    public static Command Build()
    {
        var discard = new Command("discard", Words.Get("Command.outbox.discard")) { Numbers, OutboxChoice.Path };
        CommandRun.Define(discard, run => ChangeAsync(run, (outbox, number) => outbox.Discard(number)));
        var retry = new Command("retry", Words.Get("Command.outbox.retry")) { Numbers, Confirm, OutboxChoice.Path };
        CommandRun.Define(
            retry,
            run => ChangeAsync(run, (outbox, number) => OutboxCorrectCommand.Retry(outbox, number, run.Value(Confirm))));
        var command = new Command(
            "outbox",
            Words.Get("Command.outbox")) { All, Limit, OutboxChoice.Path, OutboxCorrectCommand.Build(), retry, discard };
        CommandRun.Define(command, ListAsync);
        return command;
    }

    /// <summary>Tells how much lies in the outbox now.</summary>
    public static int PrintCounts(CommandRun run, Outbox outbox)
    {
        var counts = outbox.Count();
        if (run.IsJson)
            run.Printer.Json(
                new OutboxList(outbox.Path, outbox.Address, counts.Waiting, counts.Refused, []),
                OutboxJson.Written.OutboxList);
        else
            run.Printer.Line(Words.Get("PushLeft", Figure.Of(counts.Waiting), Figure.Of(counts.Refused)));
        return ExitCode.Ok;
    }

    private static Task<int> ChangeAsync(CommandRun run, System.Action<Outbox, long> change)
    {
        using var outbox = OutboxChoice.Open(run);
        foreach (var number in run.Value(Numbers))
            change(outbox, number);
        return Task.FromResult(PrintCounts(run, outbox));
    }

    private static Task<int> ListAsync(CommandRun run)
    {
        using var outbox = OutboxChoice.Open(run);
        OutboxState[] states = run.Value(All) ? System.Enum.GetValues<OutboxState>() : [OutboxState.Waiting, OutboxState.Refused];
        var limit = run.Value(Limit);
        var counts = outbox.Count();
        var items = outbox.Read(states, limit == 0 ? int.MaxValue : limit);
        if (run.IsJson)
        {
            run.Printer.Json(
                new OutboxList(outbox.Path, outbox.Address, counts.Waiting, counts.Refused, items),
                OutboxJson.Written.OutboxList);
            return Task.FromResult(ExitCode.Ok);
        }

        run.Printer.Line($"{outbox.Path} → {outbox.Address}", "grey");
        run.Printer.Line(Words.Get("PushLeft", Figure.Of(counts.Waiting), Figure.Of(counts.Refused)), "bold");
        if (items.Count > 0)
            run.Printer.Table([
                "#" + Words.Get("Number"),
                Words.Get("State"),
                Words.Get("Unit"),
                Words.Get("EffectiveOn"),
                Words.Get("EnteredAt"),
                Words.Get("Figures"),
                Words.Get("Reason")], items.Select(Row));
        if (items.Count == limit)
            Printer.Error(Words.Get("MoreRows"));
        return Task.FromResult(ExitCode.Ok);
    }

    private static IReadOnlyList<string> Row(OutboxReport item) =>
    [
        item.Position.ToString(CultureInfo.InvariantCulture),
        Words.Get("OutboxState." + item.State) + (item.Sequence is { } sequence ? $" ({sequence})" : ""),
        item.Report.Unit,
        Figure.Of(item.Report.EffectiveOn),
        Figure.Of(item.EnteredAt),
        FiguresText.Of(item.Report),
        item.Refusal is { } refusal ? PushTelling.ReasonOf(refusal) : "",
    ];
}
