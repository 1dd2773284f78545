using System;
using System.Diagnostics.Metrics;
using Aggregation.Ledger.Telemetry;

namespace Aggregation.Ledger;

/// <summary>What the ledger tells telemetry, whichever store it is in.</summary>
internal static class LedgerMeter
{
    private static readonly Histogram<double> Duration = Instrumentation.Meter.CreateHistogram(
        "aggregation.ledger.commit.duration", "s", "Time from the beginning of a group to its durable commit.", advice: Buckets.Seconds);

    private static readonly Histogram<int> Rows =
        Instrumentation.Meter.CreateHistogram(
            "aggregation.ledger.commit.rows",
            "{row}",
            "Rows that committed together.",
            advice: Buckets.Rows);

    private static readonly Counter<long> Failures =
        Instrumentation.Meter.CreateCounter<long>("aggregation.ledger.commit.failures", "{commit}", "Commits that failed.");

    /// <summary>Says that none has failed yet, so that the first failure is seen as a rise.</summary>
    public static void Begin() => Failures.Add(0);

    /// <summary>A group is durable.</summary>
    public static void Committed(int rows, TimeSpan duration)
    {
        Duration.Record(duration.TotalSeconds);
        Rows.Record(rows);
    }

    /// <summary>A group is not.</summary>
    public static void Failed() => Failures.Add(1);
}
