using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;
using Aggregation.Client;
using Aggregation.Contracts;

namespace Aggregation.Commands.Simulation;

/// <summary>
/// Sends made-up reports at an even pace. What the silo cannot take in time waits here, so that the pace falls and nothing
/// is lost.
/// </summary>
/// <param name="client">The client.</param>
/// <param name="reports">Makes the reports.</param>
/// <param name="book">Takes in what is acknowledged.</param>
/// <param name="rate">Reports a second.</param>
/// <param name="senders">How many batches may be on their way at once.</param>
internal sealed class SimulationRun(AggregationClient client, RandomReports reports, Book book, double rate, int senders)
{
    private const int BatchesPerSecond = 20;
    private const int LargestBatch = 500;
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(20);

    /// <summary>How many reports were sent.</summary>
    public long Sent { get; private set; }

    /// <summary>How long it took until the last acknowledgement.</summary>
    public TimeSpan Took { get; private set; }

    /// <summary>Sends for a while, or until it is stopped, and waits for every acknowledgement.</summary>
    /// <exception cref="AggregationProblemException">The silo refuses.</exception>
    public async Task RunAsync(TimeSpan duration, CancellationToken stop)
    {
        var clock = Stopwatch.StartNew();
        var waiting = Channel.CreateBounded<List<Report>>(new BoundedChannelOptions(senders) { SingleWriter = true });

        // Stopped by Ctrl-C, it still takes in what is on its way; stopped by a refusal, it does not.
        using var failed = new CancellationTokenSource();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(failed.Token);
        using var stopped = stop.Register(() => end.CancelAfter(LongestEnd));
        using var stopMaking = CancellationTokenSource.CreateLinkedTokenSource(stop, failed.Token);
        var sending = Enumerable.Range(0, senders).Select(_ => SendAllAsync(waiting.Reader, failed, end.Token)).ToList();
        try
        {
            await MakeAllAsync(waiting.Writer, clock, duration, stopMaking.Token);
        }
        catch (OperationCanceledException) when (stopMaking.IsCancellationRequested)
        {
            // What was made so far is still sent.
        }

        waiting.Writer.Complete();
        await Task.WhenAll(sending);
        Took = clock.Elapsed;
    }

    private async Task MakeAllAsync(ChannelWriter<List<Report>> waiting, Stopwatch clock, TimeSpan duration, CancellationToken stop)
    {
        var total = (long)Math.Round(rate * duration.TotalSeconds);
        var size = Math.Clamp((int)(rate / BatchesPerSecond), 1, LargestBatch);
        using var timer = new PeriodicTimer(Tick);
        while (Sent < total)
        {
            var due = Math.Min(total, (long)(clock.Elapsed.TotalSeconds * rate));
            while (due - Sent >= size || (due == total && Sent < total))
            {
                var batch = new List<Report>(size);
                while (batch.Count < size && Sent + batch.Count < total)
                    batch.Add(reports.Next());
                await waiting.WriteAsync(batch, stop);
                Sent += batch.Count;
            }

            if (Sent < total)
                await timer.WaitForNextTickAsync(stop);
        }
    }

    private async Task SendAllAsync(ChannelReader<List<Report>> waiting, CancellationTokenSource failed, CancellationToken end)
    {
        await foreach (var batch in waiting.ReadAllAsync(CancellationToken.None))
        {
            try
            {
                var sent = Stopwatch.GetTimestamp();
                var receipt = await client.SubmitAsync(new ReportBatch(batch), cancellationToken: end);
                book.Acknowledge(batch, receipt, Stopwatch.GetElapsedTime(sent));
            }
            catch (Exception exception) when (exception is AggregationUnreachableException or OperationCanceledException)
            {
                book.Lose(batch);
            }
            catch (AggregationProblemException problem) when ((int)problem.Status >= 500)
            {
                book.Lose(batch);
            }
            catch
            {
                await failed.CancelAsync();
                throw;
            }
        }
    }
}
