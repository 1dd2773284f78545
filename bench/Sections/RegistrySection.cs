using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Bench.Hosting;
using Aggregation.Bench.Load;
using Aggregation.Bench.Output;
using Aggregation.Domain.Units;

namespace Aggregation.Bench.Sections;

/// <summary>What a report costs in a registry of ten times the size.</summary>
internal sealed class RegistrySection : ISection
{
    private const int Communes = 10_000;
    private const int Callers = 64;
    private const int Rounds = 4;

    /// <inheritdoc/>
    public string Name => "size";

    /// <inheritdoc/>
    public string Title => "7. The cost of a report in ten times the registry";

    /// <inheritdoc/>
    public string Method =>
        "IUnitGrain.Report in this process, 64 callers, one report a call, 10,000 communes active beforehand: all but some of the usual "
            + "registry; in the large one either those of every tenth district, so that as many grains are at work, or some of every "
            + "district, so that ten times as many districts are. By turns, four times each after one that is not counted, each from an "
            + "empty ledger. Cost: processor time of the process for each report, the load's own included; the ratio is the median of "
            + "the rounds.";

    /// <inheritdoc/>
    public async Task RunAsync(BenchContext context)
    {
        var usual = BenchUnits.Simulated();
        var large = BenchUnits.TenTimes();
        var few = BenchUnits.Communes(usual, Communes);
        var near = BenchUnits.CommunesOfEveryTenthDistrict(large, Communes);
        var spread = BenchUnits.Communes(large, Communes);
        var (ofUsual, ofNear, ofSpread) = (new double[Rounds], new double[Rounds], new double[Rounds]);
        await MeasureAsync(context, usual, few);
        for (var round = 0; round < Rounds; round++)
        {
            ofUsual[round] = await MeasureAsync(context, usual, few);
            ofNear[round] = await MeasureAsync(context, large, near);
            ofSpread[round] = await MeasureAsync(context, large, spread);
        }

        context.Add(Figure("a report among 11,368 units", ofUsual));
        Compare("a report among 113,680 units, in ten times the districts", ofSpread, isBar: true);

        // Tells what the size alone costs from what more districts at work cost; the bar is the line above.
        Compare("a report among 113,680 units, as many grains at work", ofNear, isBar: false);

        void Compare(string name, double[] costs, bool isBar)
        {
            var ratio = Median([.. costs.Zip(ofUsual, (one, other) => one / other)]);
            context.Add(Figure(name, costs) with
            {
                Ratio = string.Create(CultureInfo.InvariantCulture, $"× {ratio:0.00}"),
                Bar = isBar ? new Bar("× 1 ± 0.1", ratio is >= 0.9 and <= 1.1) : null,
            });
        }
    }

    private static Figure Figure(string name, double[] costs) => new("size", name, Median(costs), "µs")
    {
        Note = string.Join(", ", costs.Select(cost => cost.ToString("0.0", CultureInfo.InvariantCulture))),
    };

    private static async Task<double> MeasureAsync(BenchContext context, Edition edition, Unit[] communes)
    {
        var ledger = context.NewLedger();
        double cost;
        await using (var silo = await BenchSilo.StartAsync(ledger, edition))
        {
            var units = silo.Grain(communes);
            await BenchSilo.ActivateAsync(units);
            var load = new GrainCallers(units, new Workload(withModels: false));
            await load.RunAsync(Callers, 1, context.Span / 2);
            var cpu = ProcessorTime.Start();
            var (reports, elapsed) = await load.RunAsync(Callers, 1, context.Span);
            var (each, note) = cpu.Stop(reports);
            context.Transcript.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"{edition.Units.Length:#,0} units: {reports / elapsed.TotalSeconds:#,0} reports/s; {note}\n"));
            cost = each;
        }

        BenchContext.Remove(ledger);
        return cost;
    }

    private static double Median(double[] values) =>
        (values.Order().ElementAt((values.Length - 1) / 2) + values.Order().ElementAt(values.Length / 2)) / 2;
}
