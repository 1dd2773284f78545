using System;
using System.Linq;
using Aggregation.Commands.Output;
using Aggregation.Outboxes;
using Aggregation.Outboxes.Pushing;

namespace Aggregation.Commands.Outboxes;

/// <summary>Tells how the sending goes, and counts.</summary>
/// <param name="run">The run.</param>
internal sealed class PushTelling(CommandRun run) : IProgress<PushStep>
{
    private long recorded;
    private long duplicates;
    private long refused;

    public void Report(PushStep value)
    {
        recorded += value.Recorded;
        duplicates += value.Duplicates;
        refused += value.Refused.Count;
        if (value.Recorded + value.Duplicates > 0 && !run.IsJson)
            run.Printer.Line(Words.Get("Recorded", Figure.Of(value.Recorded), Figure.Of(value.Duplicates)));
        foreach (var (report, refusal) in value.Refused)
            Printer.Error(Words.Get("PushRefused", report.Position, report.Report.Unit, ReasonOf(refusal)));
        if (value is { Reason: { } reason, Delay: { } delay })
            Printer.Error(Words.Get("PushWaits", reason.Message, Math.Ceiling(delay.TotalSeconds)));
    }

    /// <summary>What it came to.</summary>
    /// <param name="outbox">The outbox, for what is left.</param>
    /// <param name="reason">Why some still waits.</param>
    public PushSummary Summary(Outbox outbox, Exception? reason)
    {
        var left = outbox.Count();
        return new PushSummary(outbox.Path, recorded, duplicates, refused, left.Waiting, left.Refused, left.Waiting > 0
            ? reason?.Message
            : null);
    }

    /// <summary>One line about a refusal.</summary>
    public static string ReasonOf(OutboxRefusal refusal) =>
        refusal.Errors.Count == 0 ? refusal.Title : string.Join("; ", refusal.Errors.Select(error => error.Message));
}
