using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Bench.Hosting;
using Aggregation.Bench.Load;
using Aggregation.Bench.Output;
using Aggregation.Testing.Postgres;

namespace Aggregation.Bench.Sections;

/// <summary>Reports a second beside what PostgreSQL does alone, on the same server.</summary>
internal sealed class PeerSection : ISection
{
    private const int Rounds = 3;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public string Name => "peers";

    /// <inheritdoc/>
    public string Title => "15. Reports a second beside PostgreSQL alone";

    /// <inheritdoc/>
    public string Method =>
        "One throw-away PostgreSQL of this machine with its default settings. PostgreSQL alone (bench/Peers/peer.sql): reports known by "
            + "their keys, what stands of each commune, totals of four levels, kept by a trigger or by one statement for 500 reports; "
            + "load by pgbench, prepared. This system: a silo process whose ledger is a database of the same server, load by HTTP over raw "
            + $"sockets from this process. Warmed up, then in turns, {Rounds} rounds; the figures are the medians, the ratio that of each "
            + "round's pair.";

    /// <inheritdoc/>
    public string? Missing => PostgresBinaries.Missing;

    /// <inheritdoc/>
    public async Task RunAsync(BenchContext context)
    {
        await using var server = await PostgresServer.StartNewAsync();
        context.Transcript.Write($"{await DescribeAsync(server)}\n");
        var peer = new PeerDatabase(await server.CreateDatabaseAsync(), BenchUnits.Simulated());
        await peer.FillAsync();
        await using var silo = await SiloProcess.StartAsync(await server.CreateDatabaseAsync(), ("Ledger__Provider", "postgres"));
        await silo.ActivateAsync();
        await MeasureAsync(context, peer, silo, 8, 1, 2);
        await MeasureAsync(context, peer, silo, 64, 1, 7);
        await MeasureAsync(context, peer, silo, 8, 500, 2.2);
        await peer.VerifyAsync();
    }

    private static async Task MeasureAsync(BenchContext context, PeerDatabase peer, SiloProcess silo, int clients, int batch, double bar)
    {
        var communes = BenchUnits.Communes(BenchUnits.Simulated());
        var load = new HttpCallers(silo.Address, clients, clients);
        var isBatch = batch > 1;
        await peer.RunAsync(clients, isBatch, context.Span / 2);
        await load.RunAsync(() => new PostSource(communes, batch, 1).Next, context.Quick ? context.Span : WarmUp);
        var (alone, ours, costs) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            alone.Add(await peer.RunAsync(clients, isBatch, context.Span) * batch);
            var cpu = ProcessorTime.Start(silo.Process);
            var (times, elapsed) = await load.RunAsync(() => new PostSource(communes, batch, 1).Next, context.Span);
            ours.Add(times.Count * batch / elapsed.TotalSeconds);
            costs.Add(cpu.Stop(times.Count * batch).MicrosecondsEach);
        }

        var ratio = Median(ours.Zip(alone, (our, other) => our / other));
        var what = string.Create(CultureInfo.InvariantCulture, $"{clients} clients, {(isBatch ? $"{batch} a request" : "one a request")}");
        context.Add(new Figure("peers", $"{what}: PostgreSQL, {(isBatch ? "one statement" : "triggers")}", Median(alone), "reports/s")
        {
            Note = Spread(alone),
        });
        context.Add(new Figure("peers", $"{what}: this system", Median(ours), "reports/s")
        {
            Ratio = string.Create(CultureInfo.InvariantCulture, $"× {ratio:0.00}"),
            Bar = Bar.AtLeast(ratio, bar, " times"),
            Note = string.Create(
                CultureInfo.InvariantCulture,
                $"{Spread(ours)}; {Median(costs):0.0} µs of processor each, PostgreSQL's apart"),
        });
    }

    private static async Task<string> DescribeAsync(PostgresServer server)
    {
        string[] settings = ["server_version", "fsync", "synchronous_commit", "shared_buffers", "wal_buffers", "max_wal_size"];
        var values = new List<string>();
        foreach (var setting in settings)
            values.Add($"{setting} {await server.RunAsync($"SELECT current_setting('{setting}')")}");
        return "PostgreSQL: " + string.Join(", ", values);
    }

    private static double Median(IEnumerable<double> values)
    {
        var ordered = values.Order().ToList();
        return ordered[ordered.Count / 2];
    }

    private static string Spread(List<double> values) =>
        string.Create(CultureInfo.InvariantCulture, $"{values.Min():#,0} to {values.Max():#,0}");
}
