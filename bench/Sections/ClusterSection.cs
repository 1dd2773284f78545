using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Bench.Hosting;
using Aggregation.Bench.Load;
using Aggregation.Bench.Output;
using Aggregation.Testing.Postgres;

namespace Aggregation.Bench.Sections;

/// <summary>Three silos on one PostgreSQL, beside one.</summary>
internal sealed class ClusterSection : ISection
{
    private const int Silos = 3;
    private const int ReportsPerSecond = 1_000;

    /// <inheritdoc/>
    public string Name => "cluster";

    /// <inheritdoc/>
    public string Title => "16. Three silos beside one";

    /// <inheritdoc/>
    public string Method =>
        "Silo processes over a throw-away PostgreSQL, all on the same cores as the load, so three can take no more than one: what is seen "
            + "is what the way between "
            + "them costs. Reports by HTTP at all of them; then 1,000 a second, one a request, while a probe raises a "
            + "count at the first silo and asks the last one for the nation's roll-up until the count stands in it, from the "
            + "acknowledgement and at worst one read too long.";

    /// <inheritdoc/>
    public string? Missing => PostgresBinaries.Missing;

    /// <inheritdoc/>
    public async Task RunAsync(BenchContext context)
    {
        await MeasureAsync(context, 1);
        await MeasureAsync(context, Silos);
    }

    private static async Task MeasureAsync(BenchContext context, int count)
    {
        await using var server = await PostgresServer.StartNewAsync();
        var database = await server.CreateDatabaseAsync();
        var silos = new List<SiloProcess>();
        try
        {
            for (var place = 0; place < count; place++)
                silos.Add(await SiloProcess.StartAsync(
                    database,
                    ("Ledger__Provider", "postgres"),
                    ("Orleans__SiloPort", SiloProcess.FreePort().ToString(CultureInfo.InvariantCulture))));
            await silos[0].ActivateAsync();
            await MeasureAsync(context, silos);
        }
        finally
        {
            foreach (var silo in silos)
                await silo.DisposeAsync();
        }
    }

    private static async Task MeasureAsync(BenchContext context, List<SiloProcess> silos)
    {
        var what = silos.Count == 1 ? "one silo" : $"{silos.Count} silos";
        var communes = BenchUnits.Communes(BenchUnits.Simulated());
        foreach (var (connections, batch) in new[] { (48, 1), (12, 500) })
        {
            await SendAsync(context.Span);
            var rate = await SendAsync(context.Span);
            context.Add(new Figure("cluster", string.Create(
                CultureInfo.InvariantCulture,
                $"{what}: {connections} connections, {(batch == 1 ? "one a request" : $"batches of {batch}")}"), rate, "reports/s"));

            async Task<double> SendAsync(TimeSpan span)
            {
                var runs = await Task.WhenAll(silos.Select(silo =>
                    new HttpCallers(silo.Address, connections / silos.Count, connections / silos.Count)
                        .RunAsync(() => new PostSource(communes, batch, 1).Next, span)));
                return runs.Sum(run => run.Times.Count * batch / run.Elapsed.TotalSeconds);
            }
        }

        IPEndPoint[] addresses = [.. silos.Select(silo => silo.Address)];
        using var end = new CancellationTokenSource(context.Span * 3);
        var posts = new PacedPosts(addresses, communes, ReportsPerSecond).RunAsync(end.Token);
        var probe = await Task.Run(() => new NationProbe(addresses[0], addresses[^1], communes[0].Code).Run(end.Token));
        var (arrived, answered) = (Latencies.Of(probe), await posts);
        var each = string.Create(CultureInfo.InvariantCulture, $"{what}: at {ReportsPerSecond:#,0} reports/s, ");
        context.Add(new Figure("cluster", each + "commit to nation, p50", arrived.At(0.5), "ms") { Note = arrived.ToString() });
        context.Add(new Figure("cluster", each + "commit to nation, p99", arrived.At(0.99), "ms")
        {
            Bar = Bar.Under(arrived.At(0.99), 10, " ms"),
        });
        context.Add(new Figure("cluster", each + "answer, p99", answered.At(0.99), "ms") { Note = answered.ToString() });
    }
}
