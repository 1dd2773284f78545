using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Client;

namespace Aggregation.Outboxes.Pushing;

/// <summary>
/// Sends what waits in an outbox, until the silo has it: each report under the key it entered with, in order within its
/// unit. One that is refused is set aside and holds nothing up; those behind it go on.
/// </summary>
/// <param name="outbox">The outbox.</param>
/// <param name="client">Reaches the silo.</param>
/// <param name="options">How.</param>
public sealed class OutboxPush(Outbox outbox, AggregationClient client, PushOptions options)
{
    private readonly BatchSending sending = new(client);
    private readonly BatchCutter cutter = new();
    private PushResult result = new(0, 0, 0, PushEnd.Empty);
    private int failures;

    /// <summary>Sends. One process at a time sends from an outbox.</summary>
    /// <param name="progress">Told of every answer.</param>
    /// <param name="cancellationToken">Ends it; what was on its way waits, and is sent again under the same key.</param>
    /// <exception cref="OutboxException">Another process is sending, or the disk fails.</exception>
    public async Task<PushResult> RunAsync(IProgress<PushStep>? progress = null, CancellationToken cancellationToken = default)
    {
        using var held = OutboxLock.Take(outbox.Path);
        result = new PushResult(0, 0, 0, PushEnd.Empty);
        failures = 0;
        outbox.Forget();
        while (await StepAsync(progress, cancellationToken))
        {
        }

        return result;
    }

    private async Task<bool> StepAsync(IProgress<PushStep>? progress, CancellationToken cancellationToken)
    {
        var batch = cutter.Next(outbox.ScanWaiting);
        if (batch.Count == 0)
            return await RestAsync(progress, cancellationToken);
        switch (await sending.SendAsync(batch, cancellationToken))
        {
            case PushAnswer.Taken taken:
                failures = 0;
                cutter.Take();
                Settle(batch.Zip(
                    taken.Receipt.Results,
                    (report, answer) => (report, answer.Sequence)), [], taken.Receipt.Duplicates, progress);
                return true;
            case PushAnswer.Refused refused:
                failures = 0;
                Settle(
                    batch.Select((report, place) => (report, place))
                        .Where(pair => BatchCutter.Stands(refused.Problem, pair.place))
                        .Select(pair => (pair.report, refused.Problem.Results![pair.place].Sequence)),
                    cutter.Refuse(batch, refused.Problem),
                    duplicates: 0,
                    progress);
                return true;
            case PushAnswer.NotAllowed notAllowed:
                return End(PushEnd.NotAllowed, notAllowed.Reason, progress);
            case PushAnswer.Lost lost:
                if (lost.HasFailed)
                    cutter.Fail(batch);
                else
                    cutter.Lose(batch);
                return await WaitAsync(lost, progress, cancellationToken);
            default:
                throw new InvalidOperationException("No such answer.");
        }
    }

    private async Task<bool> RestAsync(IProgress<PushStep>? progress, CancellationToken cancellationToken)
    {
        if (cutter.HasPostponed)
        {
            cutter.Resume();
            return await WaitAsync(
                new PushAnswer.Lost(new InvalidOperationException("The silo fails at what is left.")),
                progress,
                cancellationToken);
        }

        if (!options.Follow)
            return false;
        await Task.Delay(options.Idle, options.Time, cancellationToken);
        return true;
    }

    private async Task<bool> WaitAsync(PushAnswer.Lost lost, IProgress<PushStep>? progress, CancellationToken cancellationToken)
    {
        failures++;
        if (!options.Follow && (failures >= options.Retry.Attempts || lost.RetryAfter > options.Retry.LongestRetryAfter))
            return End(PushEnd.Unreachable, lost.Reason, progress);

        // Everybody was asked to come back at the same moment; the random part keeps them apart.
        var delay = lost.RetryAfter is { } asked ? asked + options.Retry.DelayAfter(1) : options.Retry.DelayAfter(failures);
        progress?.Report(new PushStep { Reason = lost.Reason, Delay = delay });
        await Task.Delay(delay, options.Time, cancellationToken);
        return true;
    }

    private bool End(PushEnd end, Exception reason, IProgress<PushStep>? progress)
    {
        result = result with { End = end, Reason = reason };
        progress?.Report(new PushStep { Reason = reason });
        return false;
    }

    private void Settle(
        IEnumerable<(OutboxReport Report, int? Sequence)> recorded,
        IReadOnlyList<(OutboxReport Report, OutboxRefusal Refusal)> refused,
        int duplicates,
        IProgress<PushStep>? progress)
    {
        var stands = recorded.Select(pair => (pair.Report.Position, pair.Sequence)).ToArray();
        outbox.Settle(stands, refused.Select(pair => (pair.Report.Position, pair.Refusal)));
        result = result with
        {
            Recorded = result.Recorded + stands.Length - duplicates,
            Duplicates = result.Duplicates + duplicates,
            Refused = result.Refused + refused.Count
        };
        if (stands.Length + refused.Count > 0)
            progress?.Report(new PushStep { Recorded = stands.Length - duplicates, Duplicates = duplicates, Refused = refused });
    }
}
