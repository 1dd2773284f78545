using System;
using System.Globalization;
using System.Threading.Tasks;
using Aggregation.Bench.Hosting;
using Aggregation.Bench.Load;
using Aggregation.Bench.Output;

namespace Aggregation.Bench.Sections;

/// <summary>Durable reports a second through the API.</summary>
internal sealed class HttpSection : ISection
{
    private const int MostThreads = 64;

    /// <inheritdoc/>
    public string Name => "http";

    /// <inheritdoc/>
    public string Title => "3. Durable reports a second through HTTP";

    /// <inheritdoc/>
    public string Method =>
        "POST /api/v1/reports with an admin key on loopback to a silo process, load from this process on the same cores, raw sockets; "
            + "every report of a batch for another commune unless said otherwise; an empty ledger each, communes active beforehand. "
            + "Ratio: of the raw rate.";

    /// <inheritdoc/>
    public async Task RunAsync(BenchContext context)
    {
        await MeasureAsync(context, 1, 1);
        await MeasureAsync(context, 64, 1);
        await MeasureAsync(context, 1_024, 1);
        await MeasureAsync(context, 1, 10);
        await MeasureAsync(context, 64, 10);
        await MeasureAsync(context, 1, 500);
        await MeasureAsync(context, 8, 500);
        await MeasureAsync(context, 64, 500, isBulk: true);
        await MeasureAsync(context, 64, 500, reportsOfUnit: 10);
    }

    private static async Task MeasureAsync(BenchContext context, int callers, int batch, int reportsOfUnit = 1, bool isBulk = false)
    {
        var rawRate = context.RawRate;
        var ledger = context.NewLedger();
        await using (var silo = await SiloProcess.StartAsync(ledger))
        {
            var communes = BenchUnits.Communes(BenchUnits.Simulated());
            await silo.ActivateAsync();
            var load = new HttpCallers(silo.Address, callers, Math.Min(callers, MostThreads));
            Func<Func<ReadOnlyMemory<byte>>> makeSource = () => new PostSource(communes, batch, reportsOfUnit).Next;
            await load.RunAsync(makeSource, context.Span / 2);
            var cpu = ProcessorTime.Start(silo.Process);
            var (times, elapsed) = await load.RunAsync(makeSource, context.Span);
            var rate = (double)times.Count * batch / elapsed.TotalSeconds;
            var share = rate / rawRate * 100;
            context.Add(new Figure("http", Describe(callers, batch, reportsOfUnit), rate, "reports/s")
            {
                Ratio = string.Create(CultureInfo.InvariantCulture, $"{share:0} % of raw"),
                Bar = isBulk ? Bar.AtLeast(share, 35, " % of raw") : callers == 64 && batch == 1 ? Bar.AtLeast(rate, 16_000) : null,
                Note = string.Create(CultureInfo.InvariantCulture, $"{cpu.Stop(rate * elapsed.TotalSeconds).Note}; {times}"),
            });
        }

        BenchContext.Remove(ledger);
    }

    private static string Describe(int callers, int batch, int reportsOfUnit) => string.Create(
        CultureInfo.InvariantCulture,
        $"{callers:#,0} {(callers == 1 ? "caller" : "callers")}, batches of "
            + $"{batch}{(reportsOfUnit > 1 ? $", {reportsOfUnit} a unit" : "")}");
}
