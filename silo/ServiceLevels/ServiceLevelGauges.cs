using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using System.Linq;
using Aggregation.Ledger.Telemetry;

namespace Aggregation.Silo.ServiceLevels;

/// <summary>The newest reading, as instruments; one that nobody could take is not told.</summary>
internal sealed class ServiceLevelGauges : IDisposable
{
    private readonly Meter meter = new(Instrumentation.Name);
    private readonly Instrument behind;
    private readonly TimeProvider time;
    private volatile ServiceLevelReading? reading;

    /// <summary>Makes the instruments.</summary>
    /// <param name="time">The clock of ages.</param>
    public ServiceLevelGauges(TimeProvider time)
    {
        this.time = time;
        behind = meter.CreateObservableGauge(
            "aggregation.rollup.behind",
            Behind,
            "{row}",
            "Rows that the ledger has had for five seconds and the nation's roll-up does not hold.");
        meter.CreateObservableGauge(
            "aggregation.province.report.age",
            Ages,
            "s",
            "Time since a report of anybody in the province was last recorded.");
        meter.CreateObservableGauge(
            "aggregation.province.reported",
            Reported,
            "{province}",
            "1 when anybody in the province ever reported, otherwise 0.");
        meter.CreateObservableGauge(
            "aggregation.keys.expiring",
            Expiring,
            "{key}",
            "Keys of the API in the last 30 days before they expire.");
    }

    /// <summary>True while anybody collects them.</summary>
    public bool AreWatched => behind.Enabled;

    /// <summary>What is told; null while nothing is known.</summary>
    public ServiceLevelReading? Reading
    {
        get => reading;
        set => reading = value;
    }

    /// <inheritdoc/>
    public void Dispose() => meter.Dispose();

    private IEnumerable<Measurement<long>> Behind() => reading is { RowsBehind: { } rows } ? [new Measurement<long>(rows)] : [];

    private IEnumerable<Measurement<int>> Expiring() => reading is { } known ? [new Measurement<int>(known.ExpiringKeys)] : [];

    private IEnumerable<Measurement<int>> Reported() =>
        Provinces().Select(static province => new Measurement<int>(province.RecordedAt is null ? 0 : 1, NameOf(province)));

    private IEnumerable<Measurement<double>> Ages()
    {
        var now = time.GetUtcNow();
        foreach (var province in Provinces())
        {
            if (province.RecordedAt is { } recordedAt)
                yield return new Measurement<double>(Math.Max(0, (now - recordedAt).TotalSeconds), NameOf(province));
        }
    }

    private ImmutableArray<ProvinceReport> Provinces() => reading is { } known ? known.Provinces : [];

    private static KeyValuePair<string, object?> NameOf(ProvinceReport province) => new(AttributeName.Province, province.Code);
}
