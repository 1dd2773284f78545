using System;
using System.Text;
using System.Threading.Tasks;
using Aggregation.Bench.Hosting;
using Aggregation.Bench.Load;
using Aggregation.Bench.Output;

namespace Aggregation.Bench.Sections;

/// <summary>Reads of the national roll-up.</summary>
internal sealed class ReadSection : ISection
{
    private const int Connections = 64;
    private const int Threads = 2;
    private const int Rows = 20_000;

    /// <inheritdoc/>
    public string Name => "reads";

    /// <inheritdoc/>
    public string Title => "6. The national roll-up over HTTP";

    /// <inheritdoc/>
    public string Method =>
        "GET /api/v1/units/VN of a silo process over 64 kept connections, one request in flight on each, on loopback; the generator is "
            + "two threads of this process on the same cores, raw sockets. Figures at rest, over 20,000 rows.";

    /// <inheritdoc/>
    public async Task RunAsync(BenchContext context)
    {
        var ledger = context.NewLedger();
        await LedgerMaker.MakeAsync(ledger, Rows);
        await using (var silo = await SiloProcess.StartAsync(ledger))
        {
            ReadOnlyMemory<byte> request = Encoding.ASCII.GetBytes("GET /api/v1/units/VN HTTP/1.1\r\nHost: localhost\r\n\r\n");
            var load = new HttpCallers(silo.Address, Connections, Threads);
            await load.RunAsync(() => () => request, context.Span);
            var cpu = ProcessorTime.Start(silo.Process);
            var (times, elapsed) = await load.RunAsync(() => () => request, context.Span);
            var rate = times.Count / elapsed.TotalSeconds;
            context.Add(new Figure(
                "reads",
                "national roll-up",
                rate,
                "reads/s")
            { Bar = Bar.AtLeast(rate, 15_000), Note = cpu.Stop(times.Count).Note });
            context.Add(new Figure("reads", "national roll-up, p50", times.At(0.5), "ms"));
            context.Add(new Figure("reads", "national roll-up, p99", times.At(0.99), "ms") { Note = times.ToString() });
        }

        BenchContext.Remove(ledger);
    }
}
