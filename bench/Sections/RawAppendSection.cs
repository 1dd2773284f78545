using System.Globalization;
using System.Threading.Tasks;
using Aggregation.Bench.Load;
using Aggregation.Bench.Output;

namespace Aggregation.Bench.Sections;

/// <summary>The raw append rate: the yardstick of all rates of reports.</summary>
internal sealed class RawAppendSection : ISection
{
    private static readonly int[] GroupSizes = [500, 1_000, 4_000];

    /// <inheritdoc/>
    public string Name => "raw";

    /// <inheritdoc/>
    public string Title => "1. The ledger's raw append rate";

    /// <inheritdoc/>
    public string Method =>
        "One thread, one prepared INSERT, the silo's schema (table, indexes, triggers), WAL, synchronous=FULL, groups of one size, rows "
            + "of all communes in turn, an empty file each. The best is the yardstick of this run.";

    /// <summary>Measures every size of group and keeps the best.</summary>
    public static double MeasureBest(BenchContext context)
    {
        var best = 0.0;
        foreach (var size in GroupSizes)
        {
            var cpu = ProcessorTime.Start();
            var rate = Measure(context, size);
            best = double.Max(best, rate);
            context.Add(new Figure(
                "raw",
                string.Create(CultureInfo.InvariantCulture, $"groups of {size:#,0} rows"),
                rate,
                "rows/s")
            { Note = cpu.Stop(rate * context.Span.TotalSeconds).Note });
        }

        return best;
    }

    /// <summary>Rows a second with groups of one size, in a new file.</summary>
    public static double Measure(BenchContext context, int groupRows, bool withModels = false)
    {
        var ledger = context.NewLedger();
        double rate;
        using (var appender = new RawAppender(ledger, BenchUnits.Communes(BenchUnits.Simulated()), new Workload(withModels)))
            rate = appender.Append(context.Span, groupRows);
        BenchContext.Remove(ledger);
        return rate;
    }

    /// <inheritdoc/>
    public Task RunAsync(BenchContext context)
    {
        context.RawRate = MeasureBest(context);
        return Task.CompletedTask;
    }
}
