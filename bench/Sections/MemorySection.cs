using System;
using System.Globalization;
using System.Threading.Tasks;
using Aggregation.Bench.Hosting;
using Aggregation.Bench.Load;
using Aggregation.Bench.Output;

namespace Aggregation.Bench.Sections;

/// <summary>What a silo keeps in memory: ready, with every unit active, and after a million reports.</summary>
internal sealed class MemorySection : ISection
{
    private const int Batch = 500;

    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public string Name => "memory";

    /// <inheritdoc/>
    public string Title => "17. Resident memory";

    /// <inheritdoc/>
    public string Method =>
        "VmRSS of a silo process on SQLite with an empty ledger: when it is ready; when each of the 11,368 units has been asked for; after "
            + "a million reports for 10,599 communes, in batches of 500 over 8 connections, at once and a minute later.";

    /// <inheritdoc/>
    public async Task RunAsync(BenchContext context)
    {
        var ledger = context.NewLedger();
        await using (var silo = await SiloProcess.StartAsync(ledger))
        {
            Add(context, silo, "ready", 200);
            await silo.ActivateAsync();
            Add(context, silo, "all units active", 350);
            var communes = BenchUnits.Communes(BenchUnits.Simulated());
            var load = new HttpCallers(silo.Address, 8, 8);
            long sent = 0;
            for (var wanted = context.Quick ? 50_000 : 1_000_000; sent < wanted;)
                sent += (await load.RunAsync(() => new PostSource(communes, Batch, 1).Next, context.Span)).Times.Count * Batch;
            var reports = string.Create(CultureInfo.InvariantCulture, $"after {sent:#,0} reports");
            Add(context, silo, reports, null);
            await Task.Delay(Idle);
            Add(context, silo, reports + " and a minute idle", 400);
        }

        BenchContext.Remove(ledger);
    }

    private static void Add(BenchContext context, SiloProcess silo, string when, double? limit)
    {
        var resident = silo.Memory("VmRSS");
        context.Add(new Figure("memory", "resident, " + when, resident, "MiB")
        {
            Bar = limit is { } most ? Bar.Under(resident, most, " MiB") : null,
        });
    }
}
