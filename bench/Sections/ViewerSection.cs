using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Net.Http.Json;
using System.Threading.Tasks;
using Aggregation.Bench.Hosting;
using Aggregation.Bench.Load;
using Aggregation.Bench.Output;

namespace Aggregation.Bench.Sections;

/// <summary>What many open pages cost, and how soon they see a change.</summary>
internal sealed class ViewerSection : ISection
{
    private const int Viewers = 10_000;
    private const int QuickViewers = 1_000;
    private const int FirstViewers = 500;
    private const int AtOnce = 100;
    private const int WarmUps = 5;
    private const int Changes = 30;

    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    public string Name => "viewers";

    /// <inheritdoc/>
    public string Title => "10. 10,000 live viewers of the nation";

    /// <inheritdoc/>
    public string Method =>
        "10,000 connections to GET /api/v1/live?unit=VN of a silo process, raw sockets of this process on the same cores; a report a "
            + "second, 30 of them. The time runs from the sending of a report until a viewer has received the nation's roll-up with it, "
            + "for every report and viewer. Memory is what the silo's resident memory grew by from before the viewers came, when 500 "
            + "others had come and gone, to the end; it needs more files open at once than viewers (ulimit -n).";

    /// <inheritdoc/>
    public async Task RunAsync(BenchContext context)
    {
        var count = context.Quick ? QuickViewers : Viewers;
        var ledger = context.NewLedger();
        await using (var silo = await SiloProcess.StartAsync(ledger))
        {
            foreach (var first in await ConnectAsync(silo, FirstViewers))
                first.Dispose();
            var before = silo.Memory("VmRSS");
            var connecting = Stopwatch.GetTimestamp();
            var watchers = await ConnectAsync(silo, count);
            var connected = Stopwatch.GetElapsedTime(connecting);
            var watching = Array.ConvertAll(watchers, watcher => Task.Run(watcher.WatchAsync));

            await ChangeAsync(silo, watchers, 0, WarmUps);
            var used = silo.Process.TotalProcessorTime;
            var cpu = ProcessorTime.Start(silo.Process);
            var started = Stopwatch.GetTimestamp();
            var times = Latencies.Of(await ChangeAsync(silo, watchers, WarmUps, Changes));
            var elapsed = Stopwatch.GetElapsedTime(started);
            silo.Process.Refresh();
            var cores = (silo.Process.TotalProcessorTime - used) / elapsed;
            var each = (silo.Memory("VmRSS") - before) * 1024 / count;

            context.Add(new Figure(
                "viewers",
                "viewers let in",
                count / connected.TotalSeconds,
                "a second")
            { Note = string.Create(CultureInfo.InvariantCulture, $"{count:#,0} viewers") });
            context.Add(new Figure("viewers", "report to viewer, p50", times.At(0.5), "ms") { Note = times.ToString() });
            context.Add(new Figure(
                "viewers",
                "report to viewer, p99",
                times.At(0.99),
                "ms")
            { Bar = Bar.Under(times.At(0.99), 1_000, " ms"), Note = cpu.Stop(times.Count).Note });
            context.Add(new Figure("viewers", "processor of the silo at a change a second", cores, "cores")
            {
                Note = string.Create(
                CultureInfo.InvariantCulture,
                $"{cores * elapsed.TotalSeconds / times.Count * 1e6:0.0} µs a viewer and change")
            });
            context.Add(new Figure("viewers", "resident memory of the silo", each, "KiB a viewer")
            {
                Bar = Bar.Under(each, 50, " KiB"),
                Note = string.Create(CultureInfo.InvariantCulture, $"{before:0} MiB before, {silo.Memory("VmRSS"):0} MiB after")
            });

            foreach (var watcher in watchers)
                watcher.Dispose();
            await Task.WhenAll(watching);
        }

        BenchContext.Remove(ledger);
    }

    private static async Task<LiveWatcher[]> ConnectAsync(SiloProcess silo, int count)
    {
        var watchers = Enumerable.Range(0, count).Select(_ => new LiveWatcher(WarmUps + Changes)).ToArray();
        await Parallel.ForEachAsync(
            watchers,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (watcher, _) => await watcher.ConnectAsync(silo.Address));
        return watchers;
    }

    // The ledger is empty before the first: a report is the row of its number.
    private static async Task<List<double>> ChangeAsync(SiloProcess silo, LiveWatcher[] watchers, int rows, int changes)
    {
        var unit = BenchUnits.CommunesOf(BenchUnits.Simulated(), "01")[0].Code;
        var times = new List<double>(changes * watchers.Length);
        for (var change = rows + 1; change <= rows + changes; change++)
        {
            var sentAt = Stopwatch.GetTimestamp();
            var reports =
                new[] { new { unit, idempotencyKey = Guid.NewGuid(), effectiveOn = "2017-02-20", counts = new { agencies = change } } };
            using var answer = await silo.Http.PostAsJsonAsync(new Uri("/api/v1/reports", UriKind.Relative), new { reports });
            answer.EnsureSuccessStatusCode();
            if (Pace - Stopwatch.GetElapsedTime(sentAt) is var rest && rest > TimeSpan.Zero)
                await Task.Delay(rest);
            foreach (var watcher in watchers)
                times.Add(await ArrivalAsync(watcher, change, sentAt));
        }

        return times;
    }

    private static async Task<double> ArrivalAsync(LiveWatcher watcher, int change, long sentAt)
    {
        while (watcher.ArrivalOf(change) == 0)
        {
            if (Stopwatch.GetElapsedTime(sentAt) > Patience)
                throw new TimeoutException($"A viewer did not see a change within {Patience}.");
            await Task.Delay(1);
        }

        return Stopwatch.GetElapsedTime(sentAt, watcher.ArrivalOf(change)).TotalMilliseconds;
    }
}
