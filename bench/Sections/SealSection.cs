using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Bench.Hosting;
using Aggregation.Bench.Load;
using Aggregation.Bench.Output;
using Aggregation.Ledger.Seals;

namespace Aggregation.Bench.Sections;

/// <summary>What seals cost those who append, and how fast a ledger is compared with them.</summary>
internal sealed class SealSection : ISection
{
    private const int Rounds = 7;

    /// <inheritdoc/>
    public string Name => "seals";

    /// <inheritdoc/>
    public string Title => "12. Rows with seals and without";

    /// <inheritdoc/>
    public string Method =>
        "The silo's writer by itself, without and with seals in turn, an empty file each, all communes in turn; medians of seven pairs "
            + "and of their ratios. Then the rows of the last sealed file are compared with their seals.";

    /// <inheritdoc/>
    public async Task RunAsync(BenchContext context)
    {
        await MeasureAsync(context, 1_024, 1);
        await MeasureAsync(context, 1_024, 10);
    }

    private static async Task MeasureAsync(BenchContext context, int callers, int each)
    {
        var pairs = new (double Bare, double Sealed)[Rounds];
        for (var round = 0; round < Rounds; round++)
            pairs[round] = (await AppendAsync(
                context,
                SealOptions.None,
                callers,
                each,
                compare: false), await AppendAsync(context, BenchSeal.Options, callers, each, compare: round == Rounds - 1));
        var cost = 1 - Median(pairs.Select(pair => pair.Sealed / pair.Bare));
        context.Add(new Figure(
            "seals",
            string.Create(CultureInfo.InvariantCulture, $"{callers:#,0} callers, {each} a call, without"),
            Median(pairs.Select(pair => pair.Bare)),
            "rows/s"));
        context.Add(new Figure(
            "seals",
            string.Create(CultureInfo.InvariantCulture, $"{callers:#,0} callers, {each} a call, sealed"),
            Median(pairs.Select(pair => pair.Sealed)),
            "rows/s")
        {
            Ratio = string.Create(CultureInfo.InvariantCulture, $"{cost * 100:0.0} % fewer"),
        });
    }

    private static async Task<double> AppendAsync(BenchContext context, SealOptions seal, int callers, int each, bool compare)
    {
        var ledger = context.NewLedger();
        double rate;
        using (var appender = new SealedAppender(ledger, seal, BenchUnits.Communes(BenchUnits.Simulated())))
        {
            await appender.AppendAsync(context.Span / 5, callers, each);
            rate = await appender.AppendAsync(context.Span, callers, each);
            if (compare)
            {
                var (rows, elapsed) = await appender.VerifyAsync();
                context.Add(new Figure(
                    "seals",
                    string.Create(CultureInfo.InvariantCulture, $"{rows:#,0} rows compared with their seals"),
                    rows / elapsed.TotalSeconds,
                    "rows/s")
                {
                    Note = string.Create(
                        CultureInfo.InvariantCulture,
                        $"in {elapsed.TotalSeconds:0.0} s, {GC.GetTotalMemory(forceFullCollection: true) / 1048576.0:0} MiB in use after "
                            + $"it"),
                });
            }
        }

        BenchContext.Remove(ledger);
        return rate;
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);
}
