using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Bench.Hosting;
using Aggregation.Bench.Load;
using Aggregation.Bench.Output;
using Aggregation.Units;

namespace Aggregation.Bench.Sections;

/// <summary>What a report costs in a registry of ten times the size.</summary>
internal sealed class RegistrySection : ISection
{
    private const int Communes = 10_000;
    private const int Callers = 64;
    private const int Pairs = 5;

    /// <inheritdoc/>
    public string Name => "size";

    /// <inheritdoc/>
    public string Title => "7. The cost of a report in ten times the registry";

    /// <inheritdoc/>
    public string Method =>
        "IUnitGrain.Report in this process, 64 callers, one report a call, 10,000 communes spread over the whole country and active beforehand; silos of both sizes by turns, five times each after one that is not counted, each from an empty ledger. Cost: processor time of the process for each report, the load's own included; the ratio is the median of the five pairs.";

    /// <inheritdoc/>
    public async Task RunAsync(BenchContext context)
    {
        var usual = BenchUnits.Simulated();
        var large = BenchUnits.TenTimes();
        var (ofUsual, ofLarge) = (new double[Pairs], new double[Pairs]);
        await MeasureAsync(context, usual);
        for (var pair = 0; pair < Pairs; pair++)
        {
            ofUsual[pair] = await MeasureAsync(context, usual);
            ofLarge[pair] = await MeasureAsync(context, large);
        }

        var ratio = Median([.. ofLarge.Zip(ofUsual, (one, other) => one / other)]);
        context.Add(Figure(usual, ofUsual));
        context.Add(Figure(large, ofLarge) with
        {
            Ratio = string.Create(CultureInfo.InvariantCulture, $"× {ratio:0.00}"),
            Bar = new Bar("× 1 ± 0.1", ratio is >= 0.9 and <= 1.1),
        });
    }

    private static Figure Figure(Edition edition, double[] costs) => new(
        "size",
        string.Create(CultureInfo.InvariantCulture, $"a report among {edition.Units.Length:#,0} units"),
        Median(costs),
        "µs")
    {
        Note = string.Join(", ", costs.Select(cost => cost.ToString("0.0", CultureInfo.InvariantCulture))),
    };

    private static async Task<double> MeasureAsync(BenchContext context, Edition edition)
    {
        var ledger = context.NewLedger();
        double cost;
        await using (var silo = await BenchSilo.StartAsync(ledger, edition))
        {
            var units = silo.Grain(BenchUnits.Communes(edition, Communes));
            await BenchSilo.ActivateAsync(units);
            var load = new GrainCallers(units, new Workload(withModels: false));
            await load.RunAsync(Callers, 1, context.Span / 2);
            var cpu = ProcessorTime.Start();
            var (reports, elapsed) = await load.RunAsync(Callers, 1, context.Span);
            var (each, note) = cpu.Stop(reports);
            context.Transcript.Write(string.Create(CultureInfo.InvariantCulture, $"{edition.Units.Length:#,0} units: {reports / elapsed.TotalSeconds:#,0} reports/s; {note}\n"));
            cost = each;
        }

        BenchContext.Remove(ledger);
        return cost;
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
}
