using System;
using Aggregation.Commands.Output;
using Aggregation.Contracts;
using Aggregation.Outboxes;

namespace Aggregation.Commands.Outboxes;

/// <summary>Puts reports into the outbox instead of sending them.</summary>
internal static class Queueing
{
    /// <summary>Queues a batch.</summary>
    public static int Run(CommandRun run, ReportBatch batch)
    {
        using var outbox = OutboxChoice.Open(run);
        outbox.Add(batch);
        return Tell(run, outbox, batch.Reports.Count, null);
    }

    /// <summary>Tells what was queued.</summary>
    public static int Tell(CommandRun run, Outbox outbox, int queued, int? unchangedRows)
    {
        var waiting = outbox.Count().Waiting;
        if (run.IsJson)
        {
            run.Printer.Json(new QueueReceipt(outbox.Path, queued, waiting, unchangedRows), QueueJson.Written.QueueReceipt);
            return ExitCode.Ok;
        }

        run.Printer.Line(Words.Get("Queued", Figure.Of(queued), Figure.Of(waiting), outbox.Path), "green");
        if (unchangedRows is { } rows)
            run.Printer.Line(Words.Get("UnchangedRows", Figure.Of(rows)));
        return ExitCode.Ok;
    }

    /// <summary>What an outbox says, in the reader's language.</summary>
    public static string SentenceOf(OutboxException exception) =>
        Words.Get("Outbox." + exception.Fault, [.. System.Linq.Enumerable.Select(
            exception.Arguments,
            argument => argument is DateTimeOffset instant ? Figure.Of(instant) : argument)]);

    /// <summary>The exit code for what an outbox says.</summary>
    public static int CodeOf(OutboxFault fault) =>
        fault is OutboxFault.SameFile or OutboxFault.InUse or OutboxFault.NotRefused ? ExitCode.Refused : ExitCode.Usage;
}
