using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Bench.Hosting;
using Aggregation.Bench.Load;
using Aggregation.Bench.Output;

namespace Aggregation.Bench.Sections;

/// <summary>How long after its acknowledgement a report stands in the nation's roll-up.</summary>
internal sealed class LatencySection : ISection
{
    private const int ReportsPerSecond = 5_000;

    /// <inheritdoc/>
    public string Name => "latency";

    /// <inheritdoc/>
    public string Title => "4. From the commit to the nation, at 5,000 reports a second";

    /// <inheritdoc/>
    public string Method =>
        "Reports of communes in turn, due every 0.2 ms whatever was answered; among them three probes, each sent every 10 ms to a "
            + "commune of its turn with a count of its own raised by 1. A thread reads the nation's roll-up in this process every 0.1 ms "
            + "and notes when the count stands in it. The time runs from the acknowledgement of the probe, which is never before the "
            + "commit; a probe that stands before that counts as 0.";

    /// <inheritdoc/>
    public async Task RunAsync(BenchContext context)
    {
        await MeasureAsync(context, withModels: false, limit: 2);
        await MeasureAsync(context, withModels: true, limit: 5);
    }

    private static async Task MeasureAsync(BenchContext context, bool withModels, double limit)
    {
        var ledger = context.NewLedger();
        await using (var silo = await BenchSilo.StartAsync(ledger))
        {
            var units = silo.Grain(BenchUnits.Communes(silo.Edition));
            await BenchSilo.ActivateAsync(units);
            var workload = new Workload(withModels);
            // Every model stands before the measurement, and everything is compiled.
            await new GrainCallers(units, workload).RunAsync(64, 1, context.Span);
            using var watch = new NationWatch(silo);
            var pace = new PacedLoad(units, workload, ReportsPerSecond);
            var cpu = ProcessorTime.Start();
            using var end = new CancellationTokenSource(context.Span * 3);
            var load = Task.Factory.StartNew(
                () => pace.Run(end.Token),
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default);
            var probes = await Task.WhenAll(Probe.Counts.Select((_, lane) => new Probe(watch, units, workload, lane).RunAsync(end.Token)));
            await load;
            var rate = pace.Acknowledged / (context.Span * 3).TotalSeconds;
            var arrived = Latencies.Of(probes.Select(probe => probe.Arrived));
            var whole = Latencies.Of(probes.Select(probe => probe.Sent));
            var models = withModels ? ", a model each" : "";
            var note = string.Create(
                CultureInfo.InvariantCulture,
                $"{rate:#,0} reports/s acknowledged; {cpu.Stop(pace.Acknowledged).Note}");
            context.Add(new Figure("latency", "commit to nation, p50" + models, arrived.At(0.5), "ms") { Note = arrived.ToString() });
            context.Add(new Figure("latency", "commit to nation, p99"
                + models, arrived.At(0.99), "ms")
            { Bar = Bar.Under(arrived.At(0.99), limit, " ms"), Note = note });
            context.Add(new Figure("latency", "sending to nation, p99" + models, whole.At(0.99), "ms") { Note = whole.ToString() });
        }

        BenchContext.Remove(ledger);
    }
}
