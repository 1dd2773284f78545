using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Contracts;

namespace Aggregation.Files.Sending;

/// <summary>
/// Records a file: every batch of it is checked before the first one is recorded. Where the recording breaks off, the same
/// file sent again records the rest and repeats nothing, since its keys are the same.
/// </summary>
public static class FileSubmission
{
    /// <summary>Checks a file and, if nothing is wrong with it, records it.</summary>
    /// <param name="reading">What the file says.</param>
    /// <param name="sink">What takes its reports.</param>
    /// <param name="dryRun">True to check and record nothing.</param>
    /// <param name="cancellationToken">Ends the waiting; what was sent may stand.</param>
    public static async Task<FileOutcome> RunAsync(FileReading reading, IReportSink sink, bool dryRun, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(sink);
        var batches = ReportBatches.Cut(reading.Reports);
        var tally = new FileTally(reading);
        foreach (var batch in batches)
        {
            var answer = await sink.TakeAsync(ReportsOf(batch), dryRun: true, cancellationToken);
            if (answer.Problem is { } problem && !tally.Refuse(batch, problem))
                return new FileOutcome(FileVerdict.NotTaken, null, [], problem, []);
            if (answer.Receipt is { } receipt)
                tally.Take(batch, receipt);
        }

        if (tally.Refusal() is { } refusal)
            return refusal;
        return dryRun ? tally.ToOutcome() : await RecordAsync(batches, new FileTally(reading), sink, cancellationToken);
    }

    private static async Task<FileOutcome> RecordAsync(
        List<IReadOnlyList<FileReport>> batches,
        FileTally tally,
        IReportSink sink,
        CancellationToken cancellationToken)
    {
        foreach (var batch in batches)
        {
            var answer = await sink.TakeAsync(ReportsOf(batch), dryRun: false, cancellationToken);
            if (OwnWarnings(answer) is { Length: > 0 } codes)
                answer = await sink.TakeAsync(
                    ReportsOf([.. batch.Select(report => report.Confirming(codes))]),
                    dryRun: false,
                    cancellationToken);
            if (answer.Receipt is { } receipt)
                tally.Take(batch, receipt);
            else if (answer.Problem is { } problem)
                return tally.Refuse(batch, problem) && tally.Refusal() is { } refusal
                    ? refusal
                    : new FileOutcome(FileVerdict.NotTaken, null, [], problem, tally.Recorded(problem));
        }

        return tally.ToOutcome();
    }

    // What is unusual only now, after the whole file was checked, is so beside an earlier batch of the same file: stopping
    // here would leave half of it recorded.
    private static string[] OwnWarnings(SinkAnswer answer) =>
        answer.Problem is { Results: null, Errors: { } errors } && errors.All(error => error.Severity == FileTally.Warning)
            ? [.. errors.Select(error => error.Code).Distinct(StringComparer.Ordinal)]
            : [];

    private static Report[] ReportsOf(IReadOnlyList<FileReport> batch) => [.. batch.Select(report => report.Report)];
}
