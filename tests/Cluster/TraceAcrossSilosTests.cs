using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading.Tasks;
using Aggregation.Testing.Cluster;
using Aggregation.Testing.Postgres;
using Aggregation.Testing.Processes;
using Aggregation.Testing.Telemetry;
using Xunit;

namespace Aggregation.Tests.Cluster;

/// <summary>One report, sent to a silo that holds none of the units it passes, is one trace all the same.</summary>
public sealed class TraceAcrossSilosTests(ThreeSilos cluster) : IClassFixture<ThreeSilos>
{
    private static readonly string[] Provinces = ["01", "02", "04", "06", "08", "10", "11", "12"];

    [PostgresFact]
    public async Task A_report_is_followed_from_the_silo_that_was_asked_over_its_units_silo_to_the_nations()
    {
        await using var collector = await OtlpCollector.StartAsync();
        cluster.Settings = collector.Settings("grpc");
        await cluster.StartAsync();
        string[] units = [.. Provinces, .. Provinces.Select(CommuneOf), "VN"];
        foreach (var unit in units)
            await cluster.Running[0].Http.GetJsonAsync($"units/{unit}");
        var holders = await cluster.HoldersOfAsync(units);
        var place = holders.Take(Provinces.Length).ToList().FindIndex(holder => holder != holders[^1]);
        // A province that was active before the last silo joined may be in another than what is below it.
        var asked = cluster.Running.First(silo => silo != holders[Provinces.Length + place]);
        var trace = new ReportTrace();

        using (var accepted = await trace.SendAsync(asked.Http, CommuneOf(Provinces[place])))
            await HttpCalls.ReadAsync(accepted, HttpStatusCode.OK);

        await Eventually.TrueAsync(() => Task.FromResult(IsWhole(trace, collector)));
        Assert.Equal(
            ["POST /api/v1/reports", "record in commune", "push to district", "push to province", "push to nation"],
            trace.ChainIn(collector, "push to nation"));
        var spans = trace.SpansIn(collector);
        var request = SiloOf(spans.Single(span => span.ParentId == trace.Sender));
        var commune = SiloOf(spans.Single(span => span.Name == "record in commune"));
        Assert.NotEqual(request, commune);
        Assert.Equal(commune, SiloOf(spans.Single(span => span.Name == "commit to ledger")));

        // What only silos on PostgreSQL tell.
        await Eventually.TrueAsync(() => Task.FromResult(
            collector.Metrics.Any(metric => (metric.Name, metric.Kind, metric.Unit) == ("aggregation.clock.offset", "gauge", "s"))));
    }

    // Whoever is not reached at once is called again: what matters is that the trace arrives in the nation's silo.
    private static bool IsWhole(ReportTrace trace, OtlpCollector collector)
    {
        var spans = trace.SpansIn(collector);
        return trace.ChainIn(collector, "push to nation").Count > 0
            && spans.Any(span => span.Name == "commit to ledger")
            && spans.Any(span => IsBelow(spans, span, "push to nation")
                && SiloOf(span) != SiloOf(spans.First(pushed => pushed.Name == "push to nation")));
    }

    private static bool IsBelow(IReadOnlyList<ReceivedSpan> spans, ReceivedSpan span, string name)
    {
        for (var at = Above(span); at is not null; at = Above(at))
        {
            if (at.Name == name)
                return true;
        }

        return false;

        ReceivedSpan? Above(ReceivedSpan one) => spans.FirstOrDefault(other => other.SpanId == one.ParentId);
    }

    private static string CommuneOf(string province) => $"S{province}-001-00001";

    private static string SiloOf(ReceivedSpan span) => span.Resource["service.instance.id"];
}
