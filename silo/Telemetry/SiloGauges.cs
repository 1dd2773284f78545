using System;
using System.Collections.Generic;
using System.Diagnostics.Metrics;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Api.Health;
using Aggregation.Api.Live;
using Aggregation.Domain.Units;
using Aggregation.Ledger;
using Aggregation.Ledger.Postgres;
using Aggregation.Ledger.Telemetry;
using Microsoft.Extensions.Hosting;

namespace Aggregation.Silo.Telemetry;

/// <summary>What stands still until somebody looks: what was built, how the ledger is, who is watching.</summary>
internal sealed class SiloGauges : IHostedService, IDisposable
{
    private readonly Meter meter = new(Instrumentation.Name);

    /// <summary>Makes the instruments.</summary>
    /// <param name="live">Who is watching.</param>
    /// <param name="status">How the ledger is.</param>
    /// <param name="ledger">Where it is.</param>
    /// <param name="registry">The editions.</param>
    /// <param name="clock">Whether rows are dated later than the silo's clock.</param>
    public SiloGauges(LiveHub live, ILedgerStatus status, LedgerOptions ledger, UnitRegistry registry, LedgerClock clock)
    {
        meter.CreateObservableGauge(
            "aggregation.info",
            () => new Measurement<int>(1, Describe(ledger, registry)),
            "{silo}",
            "Always 1: what was built, its engine and its ledger are in the attributes.");
        meter.CreateObservableGauge("aggregation.ledger.failing", () => status.Failure is null
            ? 0
            : 1, "{ledger}", "1 while the last commit has failed, otherwise 0.");
        meter.CreateObservableGauge(
            "aggregation.ledger.rows.ahead",
            () => clock.Ahead.TotalSeconds,
            "s",
            "How far the newest row is dated after this silo's clock; 0 where it is not.");
        meter.CreateObservableUpDownCounter(
            "aggregation.ledger.appends.waiting",
            () => status.Waiting,
            "{append}",
            "Appends that have been asked for and are not durable yet.");
        meter.CreateObservableUpDownCounter(
            "aggregation.live.viewers",
            () => live.Viewers,
            "{viewer}",
            "Open connections of the live feed.");
        meter.CreateObservableUpDownCounter(
            "aggregation.live.units",
            () => live.WatchedUnits,
            "{unit}",
            "Units that some viewer of this silo looks at.");
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        LedgerMeter.Begin();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose() => meter.Dispose();

    private static KeyValuePair<string, object?>[] Describe(LedgerOptions ledger, UnitRegistry registry) =>
    [
        new("service.version", TelemetryPipeline.Version),
        new("aggregation.engine", TelemetryPipeline.Engine),
        new("db.system.name", ledger is PostgresLedgerOptions ? "postgresql" : "sqlite"),
        new("aggregation.edition", registry.ActiveName),
    ];
}
