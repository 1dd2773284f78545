using System;
using System.Diagnostics.Metrics;
using Aggregation.Telemetry;

namespace Aggregation.Verification;

/// <summary>What the last verification by this silo found.</summary>
internal static class VerificationMeter
{
    private static readonly Gauge<double> LastRun =
        Instrumentation.Meter.CreateGauge<double>("aggregation.verification.last_run", "s", "When the last verification ended, as seconds since 1970.");

    private static readonly Gauge<int> Differences =
        Instrumentation.Meter.CreateGauge<int>("aggregation.verification.differences", "{difference}", "How many figures the last verification found that the ledger does not say.");

    /// <summary>A verification has ended.</summary>
    public static void Verified(DateTimeOffset endedAt, int differences)
    {
        LastRun.Record(endedAt.ToUnixTimeMilliseconds() / 1000.0);
        Differences.Record(differences);
    }
}
