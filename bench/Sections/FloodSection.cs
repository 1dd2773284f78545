using System;
using System.Collections.Generic;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Bench.Hosting;
using Aggregation.Bench.Load;
using Aggregation.Bench.Output;

namespace Aggregation.Bench.Sections;

/// <summary>What a province feels of another one that floods the silo.</summary>
internal sealed class FloodSection : ISection
{
    private const int Connections = 64;
    private const int Threads = 8;
    private const int Batch = 500;

    /// <inheritdoc/>
    public string Name => "flood";

    /// <inheritdoc/>
    public string Title => "9. One province floods, another one reports";

    /// <inheritdoc/>
    public string Method =>
        "Province A sends POST /api/v1/reports without a pause over 64 connections, in batches of 500 for its communes; province B sends "
            + "one report and waits for its answer, every 10 ms, over one connection. Each has a key of its own; the flood comes from "
            + "this process, on the same cores. The latency of B alone, and while A floods.";

    /// <inheritdoc/>
    public async Task RunAsync(BenchContext context)
    {
        var ledger = context.NewLedger();
        await using (var silo = await SiloProcess.StartAsync(ledger))
        {
            await silo.ActivateAsync();
            var (flooding, flooded) = await SourceAsync(silo, "01", Batch);
            var (single, _) = await SourceAsync(silo, "96", 1);
            await SendAsync(silo, single, context.Span / 2);
            var alone = await SendAsync(silo, single, context.Span);

            var load = new HttpCallers(silo.Address, Connections, Threads).RunAsync(flooding, context.Span * 2);
            // The flood is at its height by then.
            await Task.Delay(context.Span / 2);
            var cpu = ProcessorTime.Start(silo.Process);
            var meanwhile = await SendAsync(silo, single, context.Span);
            var note = cpu.Stop(meanwhile.Count).Note;
            var (times, elapsed) = await load;

            context.Add(new Figure(
                "flood",
                "A alone of 64 connections, batches of 500",
                times.Count * (double)Batch / elapsed.TotalSeconds,
                "reports/s")
            { Note = $"{flooded} communes; {times}" });
            context.Add(new Figure("flood", "B alone, p50", alone.At(0.5), "ms") { Note = alone.ToString() });
            context.Add(new Figure(
                "flood",
                "B while A floods, p50",
                meanwhile.At(0.5),
                "ms")
            { Ratio = Ratio(meanwhile.At(0.5), alone.At(0.5)), Note = meanwhile.ToString() });
            context.Add(new Figure(
                "flood",
                "B while A floods, p99",
                meanwhile.At(0.99),
                "ms")
            { Ratio = Ratio(meanwhile.At(0.99), alone.At(0.99)), Note = note });
        }

        BenchContext.Remove(ledger);
    }

    private static string Ratio(double value, double alone) => string.Create(CultureInfo.InvariantCulture, $"× {value / alone:0.0}");

    private static async Task<(Func<Func<ReadOnlyMemory<byte>>> Make, int Communes)> SourceAsync(
        SiloProcess silo,
        string province,
        int batch)
    {
        using var answer = await silo.Http.PostAsJsonAsync(
            new Uri("/api/v1/keys", UriKind.Relative),
            new { unit = province, role = "reporter" });
        var key = (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty("key").GetString()!;
        var communes = BenchUnits.CommunesOf(BenchUnits.Simulated(), province);
        return (() => new PostSource(communes, batch, 1, key).Next, communes.Length);
    }

    private static async Task<Latencies> SendAsync(SiloProcess silo, Func<Func<ReadOnlyMemory<byte>>> make, TimeSpan span)
    {
        var pause = TimeSpan.FromMilliseconds(10);
        return await Task.Factory.StartNew(
            () =>
            {
                var source = make();
                using var connection = new HttpConnection(silo.Address);
                var times = new List<double>();
                for (var end = DateTime.UtcNow + span; DateTime.UtcNow < end; Thread.Sleep(pause))
                {
                    connection.Send(source().Span);
                    times.Add(connection.Receive().TotalMilliseconds);
                }

                return Latencies.Of(times);
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
    }
}
