using System;
using System.CommandLine;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Commands.Dropping;
using Aggregation.Commands.Importing;
using Aggregation.Commands.Outboxes;
using Aggregation.Commands.Output;
using Aggregation.Outboxes;
using Aggregation.Outboxes.Pushing;

namespace Aggregation.Commands;

/// <summary><c>push</c>: sends what waits in the outbox.</summary>
internal static class PushCommand
{
    // Long enough for a megabyte over a poor line; after it the batch is halved.
    private static readonly TimeSpan LongestTry = TimeSpan.FromMinutes(2);

    private static readonly Option<bool> Follow = Arguments.Flag("--follow");
    private static readonly Option<string?> Watch = Arguments.Text("--watch", "DIR");

    public static Command Build()
    {
        var command = new Command("push", Words.Get("Command.push")) { Follow, Watch, OutboxChoice.Path };
        CommandRun.Define(command, RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(CommandRun run)
    {
        run.Attempts = 1;
        run.Timeout = LongestTry;
        using var outbox = OutboxChoice.Open(run);
        var telling = new PushTelling(run);
        var isEndless = run.Value(Follow) || run.Value(Watch) is not null;
        var push = new OutboxPush(outbox, run.Client, new PushOptions { Follow = isEndless });
        try
        {
            var result = run.Value(Watch) is { } folder
                ? await WatchAsync(run, outbox, push, telling, folder)
                : await push.RunAsync(telling, run.Stop);
            return Print(run, result.End, telling.Summary(outbox, result.Reason));
        }
        catch (OperationCanceledException) when (run.Stop.IsCancellationRequested)
        {
            Print(run, PushEnd.Empty, telling.Summary(outbox, null));
            return isEndless ? ExitCode.Ok : ExitCode.Interrupted;
        }
    }

    private static async Task<PushResult> WatchAsync(CommandRun run, Outbox outbox, OutboxPush push, PushTelling telling, string path)
    {
        var folder = new DropFolder(path, outbox, new RememberedArea(run, outbox), run, TimeProvider.System);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(run.Stop);
        var sending = push.RunAsync(telling, end.Token);
        var taking = folder.RunAsync(end.Token);
        var first = await Task.WhenAny(sending, taking);
        await end.CancelAsync();
        await Task.WhenAll(sending, taking).ContinueWith(_ => { }, TaskScheduler.Default);
        await first;
        return await sending;
    }

    private static int Print(CommandRun run, PushEnd end, PushSummary summary)
    {
        if (run.IsJson)
            run.Printer.Json(summary, QueueJson.Written.PushSummary);
        else
            run.Printer.Line(
                Words.Get("PushLeft", Figure.Of(summary.LeftWaiting), Figure.Of(summary.LeftRefused)),
                summary.LeftWaiting + summary.LeftRefused == 0 ? "green" : "yellow");
        if (summary.Reason is { } reason)
            Printer.Error(reason);
        if (summary.LeftRefused > 0 && !run.IsJson)
            Printer.Error(Words.Get("SeeOutbox"));
        return end switch
        {
            PushEnd.NotAllowed => ExitCode.NotAllowed,
            PushEnd.Unreachable => ExitCode.Unreachable,
            _ => summary.LeftRefused > 0 ? ExitCode.Refused : ExitCode.Ok,
        };
    }
}
