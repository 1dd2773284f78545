using System.Globalization;
using System.Threading.Tasks;
using Aggregation.Bench.Hosting;
using Aggregation.Bench.Load;
using Aggregation.Bench.Output;

namespace Aggregation.Bench.Sections;

/// <summary>Durable reports a second through the grains.</summary>
internal sealed class GrainSection : ISection
{
    private const double TrialRate = 17_000;
    private const double TrialRateWithModels = 12_000;
    private const double TrialRateOfHotUnit = 23_000;

    /// <inheritdoc/>
    public string Name => "grains";

    /// <inheritdoc/>
    public string Title => "2. Durable reports a second through grains";

    /// <inheritdoc/>
    public string Method =>
        "IUnitGrain.Report in this process, engine and SQLite ledger as in the silo, 10,599 communes of 11,368 units in turn, all active "
            + "beforehand; an empty ledger each; a report counts once it is acknowledged. Ratio: of the raw rate.";

    /// <inheritdoc/>
    public async Task RunAsync(BenchContext context)
    {
        await MeasureAsync(context, 1, 1, withModels: false);
        await MeasureAsync(context, 1, 10, withModels: false);
        await MeasureAsync(context, 64, 1, withModels: false);
        await MeasureAsync(context, 64, 10, withModels: false);
        await MeasureAsync(context, 1_024, 1, withModels: false, trial: TrialRate);
        await MeasureAsync(context, 1_024, 10, withModels: false, isBulk: true);
        await MeasureAsync(context, 64, 1, withModels: true);
        await MeasureAsync(context, 1_024, 1, withModels: true, trial: TrialRateWithModels);
        await MeasureAsync(context, 1_024, 10, withModels: true);
        await MeasureAsync(context, 1_024, 1, withModels: false, hot: true, trial: TrialRateOfHotUnit);
    }

    private static async Task MeasureAsync(
        BenchContext context,
        int callers,
        int each,
        bool withModels,
        bool isBulk = false,
        bool hot = false,
        double trial = 0)
    {
        var rawRate = context.RawRate;
        var ledger = context.NewLedger();
        await using (var silo = await BenchSilo.StartAsync(ledger))
        {
            var communes = BenchUnits.Communes(silo.Edition);
            var units = silo.Grain(hot ? [communes[0]] : communes);
            await BenchSilo.ActivateAsync(units);
            var load = new GrainCallers(units, new Workload(withModels));
            await load.RunAsync(callers, each, context.Span / 5);
            var cpu = ProcessorTime.Start();
            var (reports, elapsed) = await load.RunAsync(callers, each, context.Span);
            var rate = reports / elapsed.TotalSeconds;
            var share = rate / rawRate * 100;
            context.Add(new Figure("grains", Describe(callers, each, withModels, hot), rate, "reports/s")
            {
                Ratio = string.Create(CultureInfo.InvariantCulture, $"{share:0} % of raw"),
                Bar = isBulk ? Bar.AtLeast(share, 85, " % of raw") : trial > 0 ? Bar.AtLeast(rate, trial) : null,
                Note = cpu.Stop(reports).Note,
            });
        }

        BenchContext.Remove(ledger);
    }

    private static string Describe(int callers, int each, bool withModels, bool hot) => string.Create(
        CultureInfo.InvariantCulture,
        $"{callers:#,0} {(callers == 1 ? "caller" : "callers")}, {each} a "
            + $"call{(withModels ? ", a model each" : "")}{(hot ? ", one hot unit" : "")}");
}
