using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Bench.Hosting;
using Aggregation.Bench.Load;
using Aggregation.Bench.Output;

namespace Aggregation.Bench.Sections;

/// <summary>The hour before a deadline: every commune reports within ten minutes, and two thousand pages look on.</summary>
internal sealed class DeadlineSection : ISection
{
    private const int Viewers = 2_000;
    private const int QuickViewers = 200;

    // 10,599 communes in ten minutes; a minute of it is sent.
    private static readonly TimeSpan Pace = TimeSpan.FromMinutes(10) / 10_599;
    private static readonly TimeSpan LastLook = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public string Name => "deadline";

    /// <inheritdoc/>
    public string Title => "19. Before a deadline";

    /// <inheritdoc/>
    public string Method =>
        "A minute of the ten in which every commune reports, one after the other, one a request, while 2,000 connections to GET "
            + "/api/v1/live?unit=VN are told of the nation, at most ten times a second each; a silo process on SQLite, the load on the "
            + "same cores. The time of a change "
            + "runs from the sending of a report until a viewer has the nation's roll-up with it, for every "
            + "report and viewer.";

    /// <inheritdoc/>
    public async Task RunAsync(BenchContext context)
    {
        var reports = (int)((context.Quick ? TimeSpan.FromSeconds(5) : TimeSpan.FromMinutes(1)) / Pace);
        var ledger = context.NewLedger();
        await using (var silo = await SiloProcess.StartAsync(ledger))
        {
            await silo.ActivateAsync();
            var watchers = Enumerable.Range(0, context.Quick ? QuickViewers : Viewers).Select(_ => new LiveWatcher(reports)).ToArray();
            foreach (var watcher in watchers)
                await watcher.ConnectAsync(silo.Address);
            var watching = Array.ConvertAll(watchers, watcher => Task.Run(watcher.WatchAsync));
            var (sentAt, answers) = await Task.Run(() => Send(silo, reports));
            await Task.Delay(LastLook);
            var seen = Latencies.Of(watchers.Select(watcher => sentAt.Select((sent, place) =>
                Stopwatch.GetElapsedTime(sent, watcher.ArrivalOf(place + 1)).TotalMilliseconds)));
            var answered = Latencies.Of(answers);
            context.Add(new Figure("deadline", "report, p99", answered.At(0.99), "ms")
            {
                Bar = Bar.Under(answered.At(0.99), 100, " ms"),
                Note = answered.ToString(),
            });
            context.Add(new Figure(
                "deadline",
                string.Create(CultureInfo.InvariantCulture, $"change seen by {watchers.Length:#,0} viewers, p99"),
                seen.At(0.99),
                "ms")
            {
                Bar = Bar.Under(seen.At(0.99), 500, " ms"),
                Note = seen.ToString(),
            });
            foreach (var watcher in watchers)
                watcher.Dispose();
            await Task.WhenAll(watching);
        }

        BenchContext.Remove(ledger);
    }

    // The ledger is empty before the first: a report is the row of its number.
    private static (List<long> SentAt, List<double> Answers) Send(SiloProcess silo, int reports)
    {
        using var connection = new HttpConnection(silo.Address);
        var source = new PostSource(BenchUnits.Communes(BenchUnits.Simulated()), 1, 1);
        var (sentAt, answers) = (new List<long>(reports), new List<double>(reports));
        var started = Stopwatch.GetTimestamp();
        for (var report = 1; report <= reports; report++)
        {
            sentAt.Add(Stopwatch.GetTimestamp());
            connection.Send(source.Next().Span);
            answers.Add(connection.Receive().TotalMilliseconds);
            if ((Pace * report) - Stopwatch.GetElapsedTime(started) is var rest && rest > TimeSpan.Zero)
                System.Threading.Thread.Sleep(rest);
        }

        return (sentAt, answers);
    }
}
