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
    private const double Most = 5;

    private static readonly (string Name, string? Part)[] Arms = [("off", null), ("metrics, log, 10 % of traces", "0.1"), ("metrics, log, all traces", "1")];

    /// <inheritdoc/>
    public string Name => "telemetry";

    /// <inheritdoc/>
    public string Title => "10. What telemetry costs";

    /// <inheritdoc/>
    public string Method =>
        "POST /api/v1/reports over 64 connections to three silo processes in turn, the same load on each in rounds whose order rotates: one exports nothing, two export everything by OTLP over HTTP to a receiver in this process that throws it away, with every tenth trace or with every one, metrics every 5 s. The loss is the median over the rounds of what the round's silo took less than the one without; the note has the same of the silo's processor time a report, which says more on a machine that does other work.";

    /// <inheritdoc/>
    public async Task RunAsync(BenchContext context)
    {
        await MeasureAsync(context, 1);
        await MeasureAsync(context, 50);
    }

    private static async Task MeasureAsync(BenchContext context, int batch)
    {
        await using var collector = await NullCollector.StartAsync();
        var ledgers = Array.ConvertAll(Arms, _ => context.NewLedger());
        var silos = new List<SiloProcess>();
        try
        {
            for (var arm = 0; arm < Arms.Length; arm++)
            {
                silos.Add(await SiloProcess.StartAsync(ledgers[arm], SettingsOf(Arms[arm].Part, collector)));
                await silos[arm].ActivateAsync();
                await RateAsync(silos[arm], batch, context.Span);
            }

            Report(context, batch, await RoundsAsync(context, silos, batch), collector);
        }
        finally
        {
            foreach (var silo in silos)
                await silo.DisposeAsync();
            Array.ForEach(ledgers, BenchContext.Remove);
        }
    }

    // Every silo is first, second and last equally often: a machine that grows slower or faster meanwhile favours none.
    private static async Task<List<(double Rate, double Processor)[]>> RoundsAsync(BenchContext context, List<SiloProcess> silos, int batch)
    {
        var rounds = new List<(double Rate, double Processor)[]>();
        for (var round = 0; round < (context.Quick ? 3 : 12); round++)
        {
            var rates = new (double Rate, double Processor)[silos.Count];
            for (var turn = 0; turn < silos.Count; turn++)
            {
                var arm = (round + turn) % silos.Count;
                rates[arm] = await RateAsync(silos[arm], batch, context.Span);
            }

            rounds.Add(rates);
        }

        return rounds;
    }

    private static void Report(BenchContext context, int batch, List<(double Rate, double Processor)[]> rounds, NullCollector collector)
    {
        for (var arm = 0; arm < Arms.Length; arm++)
        {
            var losses = rounds.Select(rates => (1 - (rates[arm].Rate / rates[0].Rate)) * 100).Order().ToArray();
            var loss = losses[losses.Length / 2];
            var more = Median(rounds.Select(rates => ((rates[arm].Processor / rates[0].Processor) - 1) * 100));
            context.Add(new Figure("tell", string.Create(CultureInfo.InvariantCulture, $"batches of {batch}, {Arms[arm].Name}"), Median(rounds.Select(rates => rates[arm].Rate)), "reports/s")
            {
                Ratio = arm == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{-loss:+0.0;-0.0} %"),
                Bar = arm == 0 ? null : Bar.Under(loss, Most, " % lost"),
                Note = arm == 0
                    ? string.Create(CultureInfo.InvariantCulture, $"{rounds.Count} rounds; the receiver got {collector.Bytes / 1e6:0} MB")
                    : string.Create(CultureInfo.InvariantCulture, $"{more:+0.0;-0.0} % processor time a report; a quarter of the rounds below {losses[losses.Length / 4]:0.0} %, a quarter above {losses[losses.Length * 3 / 4]:0.0} %"),
            });
        }
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    // The second is the silo's processor time a report, in microseconds.
    private static async Task<(double Rate, double Processor)> RateAsync(SiloProcess silo, int batch, TimeSpan span)
    {
        var communes = BenchUnits.Communes(BenchUnits.Simulated());
        silo.Process.Refresh();
        var before = silo.Process.TotalProcessorTime;
        var (times, elapsed) = await new HttpCallers(silo.Address, Connections, Threads).RunAsync(() => new PostSource(communes, batch, 1).Next, span);
        silo.Process.Refresh();
        var reports = (double)times.Count * batch;
        return (reports / elapsed.TotalSeconds, (silo.Process.TotalProcessorTime - before).TotalMicroseconds / reports);
    }

    private static (string Name, string Value)[] SettingsOf(string? part, NullCollector collector) => part is null
        ? []
        :
        [
            ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Endpoint),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
            ("OTEL_METRIC_EXPORT_INTERVAL", "5000"),
            ("OTEL_TRACES_SAMPLER", "parentbased_traceidratio"),
            ("OTEL_TRACES_SAMPLER_ARG", part),
        ];
}
