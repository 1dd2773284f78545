using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Json;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Testing.Processes;
using Aggregation.Testing.Reference;
using Xunit;

namespace Aggregation.Testing.Cluster;

/// <summary>
/// Provinces that report without pause to whichever silo answers, and keep a book of what was acknowledged. A batch that was
/// not acknowledged is sent again with the same keys, to the next silo, until it is.
/// </summary>
public sealed class Load(ThreeSilos cluster, IReadOnlyList<ReferenceUnit> units)
{
    /// <summary>How a refusal reads that says when to come again.</summary>
    public const string UnavailableText = "503, Retry-After 2";

    private const int Workers = 6;
    private const int LargestBatch = 4;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static int seeds;

    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentBag<SentReport> book = [];
    private readonly ConcurrentDictionary<string, int> refusals = [];
    private Task[] working = [];
    private int acknowledged;
    private string[] longestWay = [];
    private long longestTicks;

    /// <summary>Every report that was acknowledged.</summary>
    public IReadOnlyCollection<SentReport> Book => book;

    /// <summary>How many reports are acknowledged so far.</summary>
    public int Acknowledged => Volatile.Read(ref acknowledged);

    /// <summary>The longest time from a batch's first sending to its acknowledgement.</summary>
    public TimeSpan LongestWait => new(Interlocked.Read(ref longestTicks));

    /// <summary>What happened to the batch that waited longest: each sending with its silo, its time and its answer.</summary>
    public IReadOnlyList<string> LongestWay => Volatile.Read(ref longestWay);

    /// <summary>What was answered other than 200, and how often.</summary>
    public IReadOnlyDictionary<string, int> Refusals => refusals;

    public void Start() => working = [.. Enumerable.Range(0, Workers)
        .Select(worker => Task.Run(() => WorkAsync(worker, new RandomReports(Catalogue, units, Interlocked.Increment(ref seeds)))))];

    /// <summary>Waits until so many more reports are acknowledged.</summary>
    public async Task GoOnAsync(int reports)
    {
        var until = Acknowledged + reports;
        await WaitAsync(() => Acknowledged >= until);
    }

    /// <summary>Waits until so many more batches were answered with 503 and told when to come again.</summary>
    public async Task BeRefusedAsync(int batches)
    {
        var until = Unavailable + batches;
        await WaitAsync(() => Unavailable >= until);
    }

    /// <summary>Lets everybody have the last batch acknowledged.</summary>
    public async Task StopAsync()
    {
        await stop.CancelAsync();
        await Task.WhenAll(working);
    }

    private int Unavailable => refusals.GetValueOrDefault(UnavailableText);

    private static ReferenceCatalogue Catalogue { get; } =
        ReferenceCatalogue.Read(Path.Combine(AppContext.BaseDirectory, "seeds", "catalogue.json"));

    private async Task WaitAsync(Func<bool> condition)
    {
        while (!condition())
        {
            if (working.FirstOrDefault(task => task.IsFaulted) is { } failed)
                await failed;
            await Task.Delay(20);
        }
    }

    private async Task WorkAsync(int worker, RandomReports random)
    {
        for (var turn = worker; !stop.IsCancellationRequested; turn++)
        {
            List<SentReport> batch = [.. Enumerable.Range(0, random.UpTo(LargestBatch)).Select(_ => random.Next())];
            var started = Stopwatch.GetTimestamp();
            List<string> way = [];
            while (!await SendAsync(turn, batch, way))
            {
                Assert.True(Stopwatch.GetElapsedTime(started) < Patience, $"Nobody took a batch within {Patience}.");
                turn++;
                await Task.Delay(Pause);
            }

            Note(Stopwatch.GetElapsedTime(started), way);
            foreach (var report in batch)
                book.Add(report);
            Interlocked.Add(ref acknowledged, batch.Count);
        }
    }

    private async Task<bool> SendAsync(int turn, List<SentReport> batch, List<string> way)
    {
        var started = DateTime.UtcNow;
        var silos = cluster.Running;
        var silo = silos[turn % silos.Count];
        try
        {
            using var answer = await silo.Http.PostAsJsonAsync(
                new Uri("reports", UriKind.Relative),
                new { reports = batch.Select(report => report.Body) });
            if (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
            {
                Refuse($"503, Retry-After {answer.Headers.RetryAfter}", silo, started, way);
                return false;
            }

            var json = await HttpCalls.ReadAsync(answer, HttpStatusCode.OK);
            foreach (var (report, result) in batch.Zip(json.GetProperty("results").EnumerateArray()))
                report.Sequence = result.GetProperty("sequence").GetInt32();
            return true;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException
            or ObjectDisposedException or OperationCanceledException)
        {
            Refuse("connection lost", silo, started, way);
            return false;
        }
    }

    private void Refuse(string what, SiloProcess silo, DateTime started, List<string> way)
    {
        refusals.AddOrUpdate(what, 1, (_, times) => times + 1);
        way.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"{started:HH:mm:ss.fff} to {silo.Url.Authority}: {what} after {(DateTime.UtcNow - started).TotalSeconds:0.0} s"));
    }

    // Of two at once that waited longer than any before, whichever way is kept is worth reading.
    private void Note(TimeSpan took, List<string> way)
    {
        if (took.Ticks > Interlocked.Read(ref longestTicks))
            Volatile.Write(ref longestWay, [.. way]);
        for (var longest = Interlocked.Read(ref longestTicks); took.Ticks > longest; longest = Interlocked.Read(ref longestTicks))
            Interlocked.CompareExchange(ref longestTicks, took.Ticks, longest);
    }
}
