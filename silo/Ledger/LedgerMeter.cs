using System;
using System.Diagnostics.Metrics;

namespace Aggregation.Ledger;

/// <summary>What the ledger tells telemetry, whichever store it is in.</summary>
internal static class LedgerMeter
{
    private static readonly Meter Meter = new("Aggregation");

    private static readonly Histogram<double> Duration =
        Meter.CreateHistogram<double>("aggregation.ledger.commit.duration", "s", "Time from the beginning of a group to its durable commit.");

    private static readonly Histogram<int> Rows =
        Meter.CreateHistogram<int>("aggregation.ledger.commit.rows", "{row}", "Rows that committed together.");

    private static readonly Counter<long> Failures =
        Meter.CreateCounter<long>("aggregation.ledger.commit.failures", "{commit}", "Commits that failed.");

    /// <summary>A group is durable.</summary>
    public static void Committed(int rows, TimeSpan duration)
    {
        Duration.Record(duration.TotalSeconds);
        Rows.Record(rows);
    }

    /// <summary>A group is not.</summary>
    public static void Failed() => Failures.Add(1);
}
