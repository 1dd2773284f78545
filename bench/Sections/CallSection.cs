using System;
using System.Diagnostics;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Bench.Hosting;
using Aggregation.Bench.Load;
using Aggregation.Bench.Output;
using Aggregation.Grains.RollUps;

namespace Aggregation.Bench.Sections;

/// <summary>Calls of grains that do next to nothing: what the engine costs.</summary>
internal sealed class CallSection : ISection
{
    private const int CallsBetweenLooks = 1_000;

    /// <inheritdoc/>
    public string Name => "calls";

    /// <inheritdoc/>
    public string Title => "8. Calls of grains";

    /// <inheritdoc/>
    public string Method =>
        "IUnitGrain.GetRollUp of warm communes that nobody reports for, each caller with a commune of its own and one call at a time.";

    /// <inheritdoc/>
    public async Task RunAsync(BenchContext context)
    {
        var ledger = context.NewLedger();
        await using (var silo = await BenchSilo.StartAsync(ledger))
        {
            await MeasureAsync(context, silo, 1, null);
            await MeasureAsync(context, silo, 64, 1_000_000);
        }

        BenchContext.Remove(ledger);
    }

    private static async Task MeasureAsync(BenchContext context, BenchSilo silo, int callers, double? least)
    {
        var units = silo.Grain(BenchUnits.Communes(silo.Edition, callers));
        await BenchSilo.ActivateAsync(units);
        await CallAllAsync(units, context.Span / 2);
        var cpu = ProcessorTime.Start();
        var rate = await CallAllAsync(units, context.Span);
        context.Add(new Figure("calls", callers == 1 ? "1 caller" : $"{callers} callers", rate, "calls/s")
        {
            Bar = least is { } limit ? Bar.AtLeast(rate, limit) : null,
            Note = cpu.Stop(rate * context.Span.TotalSeconds).Note,
        });
    }

    private static async Task<double> CallAllAsync(IUnitGrain[] units, TimeSpan span)
    {
        var started = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(units.Select(unit => Task.Run(() => CallAsync(unit, span))));
        return counts.Sum() / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task<long> CallAsync(IUnitGrain unit, TimeSpan span)
    {
        var started = Stopwatch.GetTimestamp();
        var calls = 0L;
        while (Stopwatch.GetElapsedTime(started) < span)
        {
            for (var call = 0; call < CallsBetweenLooks; call++)
                await unit.GetRollUp();
            calls += CallsBetweenLooks;
        }

        return calls;
    }
}
