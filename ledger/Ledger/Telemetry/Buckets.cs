using System.Diagnostics.Metrics;

namespace Aggregation.Ledger.Telemetry;

/// <summary>Boundaries of histograms; the objectives of the service levels are among them.</summary>
public static class Buckets
{
    /// <summary>Seconds, from a commit on a fast disk to a roll-up that only healing brought up to date.</summary>
    public static InstrumentAdvice<double> Seconds { get; } = new()
    {
        HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60],
    };

    /// <summary>Rows of one commit.</summary>
    public static InstrumentAdvice<int> Rows { get; } =
        new() { HistogramBucketBoundaries = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500] };
}
