using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Bench.Hosting;
using Aggregation.Bench.Load;
using Aggregation.Bench.Output;

namespace Aggregation.Bench.Sections;

/// <summary>What it costs to tell.</summary>
internal sealed class TelemetrySection : ISection
{
    private const int Connections = 64;
    private const int Threads = 8;
    private const int Turns = 10;
    private const double Most = 5;

    private static readonly (string Name, (string Name, string Value)[]? Settings)[] Arms =
    [
        ("off", null),
        ("metrics, log, traces as they come", []),
        ("metrics, log, all traces", [("OTEL_TRACES_SAMPLER", "always_on")]),
    ];

    /// <inheritdoc/>
    public string Name => "telemetry";

    /// <inheritdoc/>
    public string Title => "13. What telemetry costs";

    /// <inheritdoc/>
    public string Method =>
        "POST /api/v1/reports over 64 connections to three silo processes in turn, the same load on each: one exports nothing, two "
            + "export everything by OTLP over HTTP to a receiver in this process that throws it away, with the traces that a silo keeps "
            + "of its own accord or with every one, metrics every 5 s. They take turns of half a second, since the machine's own pace "
            + "changes from one second to the next; and two silos that are set alike differ by up to a tenth for as long as they run, by "
            + "what their compilers met first, so every round starts three new ones. The loss is the median over the rounds of what the "
            + "round's silo took less than the one without; the note has the same of the silo's processor time a report.";

    /// <inheritdoc/>
    public async Task RunAsync(BenchContext context)
    {
        await MeasureAsync(context, 1);
        await MeasureAsync(context, 50);
    }

    private static async Task MeasureAsync(BenchContext context, int batch)
    {
        await using var collector = await NullCollector.StartAsync();
        var rounds = new List<(double Rate, double Processor)[]>();
        for (var round = 0; round < (context.Quick ? 3 : 12); round++)
            rounds.Add(await RoundAsync(context, collector, batch, round));
        Report(context, batch, rounds, collector);
    }

    private static async Task<(double Rate, double Processor)[]> RoundAsync(
        BenchContext context,
        NullCollector collector,
        int batch,
        int round)
    {
        var ledgers = Array.ConvertAll(Arms, _ => context.NewLedger());
        var silos = new SiloProcess[Arms.Length];
        try
        {
            for (var place = 0; place < Arms.Length; place++)
            {
                var arm = (round + place) % Arms.Length;
                silos[arm] = await SiloProcess.StartAsync(ledgers[arm], SettingsOf(Arms[arm].Settings, collector));
                await silos[arm].ActivateAsync();
                await LoadAsync(silos[arm], batch, context.Span);
            }

            return await MeasureAsync(context, silos, batch, round);
        }
        finally
        {
            foreach (var silo in silos.OfType<SiloProcess>())
                await silo.DisposeAsync();
            Array.ForEach(ledgers, BenchContext.Remove);
        }
    }

    // Every silo is first, second and last equally often: a machine that grows slower or faster meanwhile favours none.
    private static async Task<(double Rate, double Processor)[]> MeasureAsync(
        BenchContext context,
        SiloProcess[] silos,
        int batch,
        int round)
    {
        var sums = new (double Reports, double Seconds, double Processor)[silos.Length];
        for (var turn = 0; turn < Turns * silos.Length; turn++)
        {
            var arm = (round + turn) % silos.Length;
            var (reports, elapsed, processor) = await LoadAsync(silos[arm], batch, context.Span / Turns);
            sums[arm] = (sums[arm].Reports + reports, sums[arm].Seconds + elapsed.TotalSeconds,
                sums[arm].Processor + processor.TotalMicroseconds);
        }

        return Array.ConvertAll(sums, sum => (sum.Reports / sum.Seconds, sum.Processor / sum.Reports));
    }

    private static void Report(BenchContext context, int batch, List<(double Rate, double Processor)[]> rounds, NullCollector collector)
    {
        for (var arm = 0; arm < Arms.Length; arm++)
        {
            var losses = rounds.Select(rates => (1 - (rates[arm].Rate / rates[0].Rate)) * 100).Order().ToArray();
            var loss = losses[losses.Length / 2];
            var more = Median(rounds.Select(rates => ((rates[arm].Processor / rates[0].Processor) - 1) * 100));
            context.Add(new Figure(
                "tell",
                string.Create(CultureInfo.InvariantCulture, $"batches of {batch}, {Arms[arm].Name}"),
                Median(rounds.Select(rates => rates[arm].Rate)),
                "reports/s")
            {
                Ratio = arm == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{-loss:+0.0;-0.0} %"),
                Bar = arm == 1 ? Bar.Under(loss, Most, " % lost") : null,
                Note = arm == 0
                    ? string.Create(CultureInfo.InvariantCulture, $"{rounds.Count} rounds; the receiver got {collector.Bytes / 1e6:0} MB")
                    : string.Create(
                        CultureInfo.InvariantCulture,
                        $"{more:+0.0;-0.0} % processor time a report; a quarter of the rounds below {losses[losses.Length / 4]:0.0} %, a "
                            + $"quarter above {losses[losses.Length * 3 / 4]:0.0} %"),
            });
        }
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    private static async Task<(double Reports, TimeSpan Elapsed, TimeSpan Processor)> LoadAsync(SiloProcess silo, int batch, TimeSpan span)
    {
        var communes = BenchUnits.Communes(BenchUnits.Simulated());
        silo.Process.Refresh();
        var before = silo.Process.TotalProcessorTime;
        var (times, elapsed) = await new HttpCallers(silo.Address, Connections, Threads).RunAsync(
            () => new PostSource(communes, batch, 1).Next,
            span);
        silo.Process.Refresh();
        return ((double)times.Count * batch, elapsed, silo.Process.TotalProcessorTime - before);
    }

    private static (string Name, string Value)[] SettingsOf(
        (string Name, string Value)[]? settings,
        NullCollector collector) => settings is null
        ? []
        :
        [
            ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Endpoint),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
            ("OTEL_METRIC_EXPORT_INTERVAL", "5000"),
            .. settings,
        ];
}
