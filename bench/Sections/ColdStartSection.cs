using System;
using System.Globalization;
using System.Threading.Tasks;
using Aggregation.Bench.Hosting;
using Aggregation.Bench.Load;
using Aggregation.Bench.Output;

namespace Aggregation.Bench.Sections;

/// <summary>How fast a silo starts on a ledger in use, and what it needs of memory.</summary>
internal sealed class ColdStartSection : ISection
{
    private const int Rows = 200_000;
    private const int Starts = 3;

    /// <inheritdoc/>
    public string Name => "start";

    /// <inheritdoc/>
    public string Title => "5. Cold start, and memory";

    /// <inheritdoc/>
    public string Method =>
        "A ledger of 200,000 rows over all 11,368 units, a named model of 2,500 in one of four; the silo as a process, from its start to the first 200 of /health/ready, asked every 10 ms; the median of three. The file is in the kernel's cache. Resident: VmRSS when ready, and again when all units are active. Managed bytes of a unit: what is left of 11,368 activations after a full collection, in this process.";

    /// <inheritdoc/>
    public async Task RunAsync(BenchContext context)
    {
        var ledger = context.NewLedger();
        await LedgerMaker.MakeAsync(ledger, Rows);
        var ready = new double[Starts];
        var resident = new double[Starts];
        var cpu = new double[Starts];
        for (var start = 0; start < Starts; start++)
        {
            await using var silo = await SiloProcess.StartAsync(ledger);
            ready[start] = silo.ReadyAfter.TotalSeconds;
            resident[start] = silo.Memory("VmRSS");
            silo.Process.Refresh();
            cpu[start] = silo.Process.TotalProcessorTime.TotalSeconds;
            if (start == Starts - 1)
                await MeasureActiveAsync(context, silo);
        }

        var note = string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", Array.ConvertAll(ready, one => one.ToString("0.00", CultureInfo.InvariantCulture)))} s; {Median(cpu):0.0} s of processor; load {Machine.Load}");
        context.Add(new Figure("start", "ready over 200,000 rows", Median(ready), "s") { Bar = Bar.Under(Median(ready), 3, " s"), Note = note });
        context.Add(new Figure("start", "resident when ready", Median(resident), "MiB") { Bar = Bar.Under(Median(resident), 300, " MB") });
        await MeasureManagedAsync(context, ledger);
        BenchContext.Remove(ledger);
    }

    private static async Task MeasureActiveAsync(BenchContext context, SiloProcess silo)
    {
        var before = silo.Memory("VmRSS");
        await silo.ActivateAsync();
        var after = silo.Memory("VmRSS");
        context.Add(new Figure("start", "resident with all units active", after, "MiB")
        {
            Note = string.Create(CultureInfo.InvariantCulture, $"{(after - before) * 1024 / BenchUnits.Usual:0.0} KiB a unit more than when ready; peak {silo.Memory("VmHWM"):0} MiB"),
        });
    }

    private static async Task MeasureManagedAsync(BenchContext context, string ledger)
    {
        await using var silo = await BenchSilo.StartAsync(ledger);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var units = silo.Grain([.. silo.Edition.Units]);
        await BenchSilo.ActivateAsync(units);
        var after = GC.GetTotalMemory(forceFullCollection: true);
        context.Add(new Figure("start", "managed bytes of an active unit with 17.6 rows", (after - before) / (double)units.Length, "bytes")
        {
            Note = string.Create(CultureInfo.InvariantCulture, $"managed heap {before >> 20} MiB when the nation is warm, {after >> 20} MiB with all active"),
        });
        GC.KeepAlive(units);
    }

    private static double Median(double[] values)
    {
        var sorted = (double[])values.Clone();
        Array.Sort(sorted);
        return sorted[sorted.Length / 2];
    }
}
