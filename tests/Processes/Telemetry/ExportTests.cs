using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Aggregation.Testing.Processes;
using Aggregation.Testing.Telemetry;
using Xunit;

namespace Aggregation.Tests.Processes.Telemetry;

/// <summary>A collector gets what the page promises, by either protocol.</summary>
public sealed partial class ExportTests
{
    private const string Commune = "S01-001-00001";

    private static readonly string[] Frameworks = ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];

    [Theory]
    [InlineData("grpc")]
    [InlineData("http/protobuf")]
    public async Task A_collector_gets_every_documented_metric_one_whole_trace_and_that_reports_log(string protocol)
    {
        using var folder = new TemporaryFolder();
        await using var collector = await OtlpCollector.StartAsync();
        await using var silo = await SiloProcess.StartAsync(folder.File("ledger.db"), collector.Settings(protocol));
        // Above is then warm: a roll-up that nobody has been told of yet measures no freshness.
        foreach (var unit in new[] { "VN", "01", "S01-001" })
            await silo.Http.GetJsonAsync($"units/{unit}");
        var trace = new ReportTrace();

        using (var accepted = await trace.SendAsync(silo.Http, Commune))
            await HttpCalls.ReadAsync(accepted, HttpStatusCode.OK);
        using (var refused = await Posts.StatusAsync(silo.Http, Commune, "committee", "no-such-state"))
            await HttpCalls.ReadAsync(refused, HttpStatusCode.UnprocessableEntity);
        await silo.Http.GetJsonAsync("verify?deep=true");

        await Eventually.TrueAsync(() => Task.FromResult(trace.ChainIn(collector, "push to nation").Count > 0
            && trace.SpansIn(collector).Any(span => span.Name == "commit to ledger")));
        var chain = trace.ChainIn(collector, "push to nation");
        Assert.Equal(["POST /api/v1/reports", "record in commune", "push to district", "push to province", "push to nation"], chain);
        var documented = PageTable.Rows("Spans").Select(row => PageTable.Plain(row[0])).ToList();
        var own = trace.SpansIn(collector)
            .Where(span => span.Source == "Aggregation")
            .Select(span => Levels().Replace(span.Name, "{level}"));
        Assert.Equal(documented.Order(StringComparer.Ordinal), own.Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(
            "200",
            Assert.Single(trace.SpansIn(collector), span => span.ParentId == trace.Sender).Attributes["http.response.status_code"]);
        var record = Assert.Single(trace.SpansIn(collector), span => span.Name == "record in commune");
        Assert.Equal($"2023/{Commune}", record.Attributes["aggregation.unit.key"]);
        Assert.Equal("aggregation", record.Resource["service.name"]);
        Assert.Equal(record.SpanId, Assert.Single(trace.SpansIn(collector), span => span.Name == "commit to ledger").ParentId);

        await Eventually.TrueAsync(() => Task.FromResult(collector.Logs.Any(log => log.TraceId == trace.Id)));
        var log = Assert.Single(collector.Logs, log => log.TraceId == trace.Id);
        Assert.StartsWith("1 reports of 1 units recorded", log.Body, StringComparison.Ordinal);
        Assert.Equal("Aggregation.Api.Reports.ReportIntake", log.Category);

        var told = DocumentedMetric.Own.Where(metric => !metric.IsOfPostgres).ToList();
        await Eventually.TrueAsync(() => Task.FromResult(
            told.Concat(DocumentedMetric.Frameworks).All(metric => collector.Metrics.Any(received => received.Name == metric.Name))));
        Assert.All(told, metric => AssertReceived(collector, metric));
        Assert.Subset(
            DocumentedMetric.Own.Select(metric => metric.Name).ToHashSet(StringComparer.Ordinal),
            collector.Metrics.Where(metric => metric.Meter == "Aggregation")
                .Select(metric => metric.Name)
                .ToHashSet(StringComparer.Ordinal));
        Assert.All(DocumentedMetric.Frameworks, metric => Assert.Contains(
            collector.Metrics,
            received => (received.Name, received.Kind, received.Unit) == (metric.Name, metric.Kind, metric.Unit)));
        Assert.Subset(
            collector.Metrics.Select(metric => metric.Meter).ToHashSet(StringComparer.Ordinal),
            Frameworks.ToHashSet(StringComparer.Ordinal));
        Assert.Contains(collector.Metrics, metric => metric.Name == "aggregation.rollup.propagation.duration"
            && metric.ExemplarTraceIds.Contains(trace.Id));
        Assert.Equal(0, await silo.StopAsync());
    }

    [Fact]
    public async Task After_a_restart_a_collector_gets_what_was_verified_before_it()
    {
        using var folder = new TemporaryFolder();
        await using (var before = await SiloProcess.StartAsync(folder.File("ledger.db")))
        {
            await before.Http.GetJsonAsync("verify?deep=true");
            Assert.Equal(0, await before.StopAsync());
        }

        await using var collector = await OtlpCollector.StartAsync();
        await using var silo = await SiloProcess.StartAsync(folder.File("ledger.db"), collector.Settings("http/protobuf"));

        await Eventually.TrueAsync(() =>
            Task.FromResult(collector.Metrics.Any(metric => metric.Name == "aggregation.verification.faults")));
        Assert.Contains(collector.Metrics, metric => metric.Name == "aggregation.verification.last_run");
        Assert.Equal(0, await silo.StopAsync());
    }

    [Fact]
    public async Task A_trace_that_is_not_sampled_is_exported_nowhere_and_the_report_counts()
    {
        using var folder = new TemporaryFolder();
        await using var collector = await OtlpCollector.StartAsync();
        await using var silo = await SiloProcess.StartAsync(
            folder.File("ledger.db"),
            [.. collector.Settings("http/protobuf"), ("OTEL_TRACES_SAMPLER", "always_off")]);

        using (var accepted = await new ReportTrace().SendAsync(silo.Http, Commune))
            await HttpCalls.ReadAsync(accepted, HttpStatusCode.OK);
        await Eventually.TrueAsync(() => Task.FromResult(collector.Metrics.Any(metric => metric.Name == "aggregation.reports")));

        Assert.Equal(0, await silo.StopAsync());
        Assert.Empty(collector.Spans);
        Assert.Equal(1, collector.Metrics.Last(metric => metric.Name == "aggregation.reports").Value);
    }

    [Fact]
    public async Task A_trace_follows_the_first_units_of_a_batch_and_all_of_it_counts()
    {
        using var folder = new TemporaryFolder();
        await using var collector = await OtlpCollector.StartAsync();
        await using var silo = await SiloProcess.StartAsync(folder.File("ledger.db"), collector.Settings("http/protobuf"));
        var trace = new ReportTrace();

        using (var accepted = await trace.SendAsync(
            silo.Http,
            [.. Enumerable.Range(1, 12).Select(number => string.Create(CultureInfo.InvariantCulture, $"S01-001-{number:00000}"))]))
            Assert.Equal(12, (await HttpCalls.ReadAsync(accepted, HttpStatusCode.OK)).GetProperty("accepted").GetInt32());

        Assert.Equal(0, await silo.StopAsync());
        Assert.Equal(10, trace.SpansIn(collector)
            .Where(span => span.Name == "record in commune")
            .Select(span => span.Attributes["aggregation.unit.key"])
            .Distinct(StringComparer.Ordinal)
            .Count());
        Assert.Equal(10, trace.SpansIn(collector).Count(span => span.Name == "commit to ledger"));
        Assert.Single(trace.SpansIn(collector), span => span.Name == "POST /api/v1/reports");
        Assert.StartsWith(
            "12 reports of 12 units recorded",
            Assert.Single(collector.Logs, log => log.TraceId == trace.Id).Body,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_variable_stops_the_start()
    {
        using var folder = new TemporaryFolder();

        var (exitCode, errors) = await SiloProcess.RefusedAsync(
            folder.File("ledger.db"),
            ("OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4317"));

        Assert.Equal(1, exitCode);
        Assert.Equal(
            "OTEL_EXPORTER_OTLP_ENDPOINT is 'collector:4317'; it must be an http or https address, such as 'http://127.0.0.1:4317'.",
            errors.Trim());
    }

    private static void AssertReceived(OtlpCollector collector, DocumentedMetric metric)
    {
        var received = collector.Metrics.Where(received => received.Name == metric.Name).ToList();
        Assert.All(received, one => Assert.Equal((metric.Kind, metric.Unit, "Aggregation"), (one.Kind, one.Unit, one.Meter)));
        Assert.Contains(received, one => one.Attributes.Keys.Order(StringComparer.Ordinal).SequenceEqual(
            metric.Attributes.Order(StringComparer.Ordinal),
            StringComparer.Ordinal));
        Assert.All(received, one => Assert.Subset(
            metric.Attributes.ToHashSet(StringComparer.Ordinal),
            new HashSet<string>(one.Attributes.Keys, StringComparer.Ordinal)));
    }

    [GeneratedRegex("nation|province|district|commune", RegexOptions.None, 1000)]
    private static partial Regex Levels();
}
