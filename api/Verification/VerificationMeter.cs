using System;
using System.Diagnostics.Metrics;
using Aggregation.Ledger.Telemetry;

namespace Aggregation.Api.Verification;

/// <summary>What the last verifications found.</summary>
internal static class VerificationMeter
{
    private static readonly Gauge<double> LastRun =
        Instrumentation.Meter.CreateGauge<double>(
            "aggregation.verification.last_run",
            "s",
            "When the last verification ended, as seconds since 1970.");

    private static readonly Gauge<long> Differences =
        Instrumentation.Meter.CreateGauge<long>(
            "aggregation.verification.differences",
            "{difference}",
            "How many figures the last verification found that the ledger does not say.");

    private static readonly Gauge<double> LastDeepRun =
        Instrumentation.Meter.CreateGauge<double>(
            "aggregation.verification.deep.last_run",
            "s",
            "When the last deep verification ended, as seconds since 1970.");

    private static readonly Gauge<long> Faults =
        Instrumentation.Meter.CreateGauge<long>(
            "aggregation.verification.faults",
            "{fault}",
            "How many rows and signed heads the last deep verification found changed, removed or inserted by hand.");

    /// <summary>A verification has ended.</summary>
    public static void Verified(DateTimeOffset endedAt, long differences)
    {
        LastRun.Record(SecondsOf(endedAt));
        Differences.Record(differences);
    }

    /// <summary>A deep verification has ended.</summary>
    public static void VerifiedDeeply(DateTimeOffset endedAt, long faults)
    {
        LastDeepRun.Record(SecondsOf(endedAt));
        Faults.Record(faults);
    }

    private static double SecondsOf(DateTimeOffset instant) => instant.ToUnixTimeMilliseconds() / 1000.0;
}
