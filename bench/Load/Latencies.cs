using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Aggregation.Bench.Load;

/// <summary>Times in milliseconds, sorted.</summary>
internal sealed class Latencies
{
    private readonly double[] sorted;

    private Latencies(double[] sorted) => this.sorted = sorted;

    /// <summary>How many there are.</summary>
    public int Count => sorted.Length;

    /// <summary>Puts the times of several threads together.</summary>
    public static Latencies Of(params IEnumerable<IEnumerable<double>> times)
    {
        var all = times.SelectMany(some => some).ToArray();
        Array.Sort(all);
        return new Latencies(all);
    }

    /// <summary>The time that this part of them do not exceed.</summary>
    public double At(double part) => sorted.Length == 0 ? double.NaN : sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * part))];

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"p50 {At(0.5):0.00} ms, p99 {At(0.99):0.00} ms, max {At(1):0.0} ms of {Count:#,0}");
}
