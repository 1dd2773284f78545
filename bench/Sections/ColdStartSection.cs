using System;
using System.Diagnostics;
using System.Globalization;
using System.Threading.Tasks;
using Aggregation.Bench.Hosting;
using Aggregation.Bench.Load;
using Aggregation.Bench.Output;

namespace Aggregation.Bench.Sections;

/// <summary>How fast a silo starts on a ledger in use, young and old, and what it needs of memory.</summary>
internal sealed class ColdStartSection : ISection
{
    private const int Young = 200_000;
    private const int Old = 5_000_000;
    private const int Starts = 3;

    // The next checkpoint is made after so many rows, or after its own weight of rows of so many bytes.
    private const int RowsBetween = 20_000;
    private const int BytesOfRow = 200;

    /// <inheritdoc/>
    public string Name => "start";

    /// <inheritdoc/>
    public string Title => "5. Cold start, and memory";

    /// <inheritdoc/>
    public string Method =>
        "Ledgers of 200,000 and of 5,000,000 rows over all 11,368 units, a named model of 2,500 in one of four; the silo as a process, "
            + "from its start to the first answer with the nation's figures, which may be a checkpoint's, and to the first 200 of "
            + "/health/ready, asked in turn every 10 ms; the median of three, each killed when ready. Without a checkpoint, with one of "
            + "all rows, and with one that lacks nine tenths of the rows after which the next is made. The file is in the kernel's "
            + "cache. Resident: VmRSS when ready, and again when all units are active. Managed bytes of a unit: what is left of 11,368 "
            + "activations after a full collection, in this process.";

    /// <inheritdoc/>
    public async Task RunAsync(BenchContext context)
    {
        var young = context.NewLedger();
        await MeasureAsync(context, young, Young, "200,000 rows");
        await MeasureActiveAsync(context, young);
        await MeasureManagedAsync(context, young);
        BenchContext.Remove(young);
        if (context.Quick)
            return;
        var old = context.NewLedger();
        await MeasureAsync(context, old, Old, "5,000,000 rows");
        BenchContext.Remove(old);
    }

    private static async Task MeasureAsync(BenchContext context, string ledger, int rows, string what)
    {
        using var maker = await LedgerMaker.StartAsync(ledger);
        var started = Stopwatch.GetTimestamp();
        maker.Append(rows);
        context.Transcript.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"{what} made in {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s\n"));

        // Reading the whole of an old ledger may take as long as it takes: with a checkpoint nobody waits for it. And in an
        // old one each unit has come to run a hundred models, which is what its folds weigh.
        var isYoung = rows <= Young;
        await MeasureStartsAsync(
            context,
            ledger,
            $"{what}, no checkpoint",
            isFast: isYoung,
            isSmall: isYoung,
            () => LedgerCheckpoints.Remove(ledger));
        var length = await LedgerCheckpoints.MakeAsync(ledger);
        context.Add(new Figure("start", $"the nation's checkpoint of {what}", length / 1024.0 / 1024, "MiB"));
        await MeasureStartsAsync(context, ledger, $"{what}, checkpoint", isFast: true, isSmall: isYoung);
        var since = (int)(Math.Max(RowsBetween, length / BytesOfRow) * 9 / 10);
        maker.Append(since);
        await MeasureStartsAsync(
            context,
            ledger,
            string.Create(CultureInfo.InvariantCulture, $"{what}, checkpoint and {since:#,0} rows since"),
            isFast: true,
            isSmall: isYoung);
    }

    private static async Task MeasureStartsAsync(
        BenchContext context,
        string ledger,
        string what,
        bool isFast,
        bool isSmall,
        Action? prepare = null)
    {
        var (ready, answered, resident, peak, cpu) =
            (new double[Starts], new double[Starts], new double[Starts], new double[Starts], new double[Starts]);
        for (var start = 0; start < Starts; start++)
        {
            prepare?.Invoke();
            await using var silo = await SiloProcess.StartAsync(ledger);
            ready[start] = silo.ReadyAfter.TotalSeconds;
            answered[start] = silo.AnsweredAfter.TotalSeconds;
            resident[start] = silo.Memory("VmRSS");
            peak[start] = silo.Memory("VmHWM");
            silo.Process.Refresh();
            cpu[start] = silo.Process.TotalProcessorTime.TotalSeconds;
        }

        var note = string.Create(
            CultureInfo.InvariantCulture,
            $"{string.Join(", ", Say(ready))} s; {Median(cpu):0.0} s of processor; load {Machine.Load}");
        context.Add(new Figure("start", $"first figures over {what}", Median(answered), "s"));
        context.Add(new Figure("start", $"ready over {what}", Median(ready), "s")
        {
            Bar = isFast
            ? Bar.Under(Median(ready), 3, " s")
            : null,
            Note = note
        });
        context.Add(new Figure("start", $"resident when ready over {what}", Median(resident), "MiB")
        {
            Bar = isSmall ? Bar.Under(Median(resident), 300, " MB") : null,
            Note = string.Create(CultureInfo.InvariantCulture, $"peak {Median(peak):0} MiB"),
        });
    }

    private static async Task MeasureActiveAsync(BenchContext context, string ledger)
    {
        await using var silo = await SiloProcess.StartAsync(ledger);
        var before = silo.Memory("VmRSS");
        await silo.ActivateAsync();
        var after = silo.Memory("VmRSS");
        context.Add(new Figure("start", "resident with all units active", after, "MiB")
        {
            Note = string.Create(
                CultureInfo.InvariantCulture,
                $"{(after - before) * 1024 / BenchUnits.Usual:0.0} KiB a unit more than when ready; peak {silo.Memory("VmHWM"):0} MiB"),
        });
    }

    private static async Task MeasureManagedAsync(BenchContext context, string ledger)
    {
        await using var silo = await BenchSilo.StartAsync(ledger);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var units = silo.Grain([.. silo.Edition.Units]);
        await BenchSilo.ActivateAsync(units);
        var after = GC.GetTotalMemory(forceFullCollection: true);
        context.Add(new Figure(
            "start",
            "managed bytes of an active unit with some twenty rows",
            (after - before) / (double)units.Length,
            "bytes")
        {
            Note = string.Create(
                CultureInfo.InvariantCulture,
                $"managed heap {before >> 20} MiB when the nation is warm, {after >> 20} MiB with all active"),
        });
        GC.KeepAlive(units);
    }

    private static string[] Say(double[] values) => Array.ConvertAll(values, one => one.ToString("0.00", CultureInfo.InvariantCulture));

    private static double Median(double[] values)
    {
        var sorted = (double[])values.Clone();
        Array.Sort(sorted);
        return sorted[sorted.Length / 2];
    }
}
