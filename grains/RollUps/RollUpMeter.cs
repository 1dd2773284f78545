using System;
using System.Collections.Generic;
using System.Diagnostics.Metrics;
using Aggregation.Domain.Tallies;
using Aggregation.Ledger.Telemetry;

namespace Aggregation.Grains.RollUps;

/// <summary>What units tell telemetry; levels are the <see cref="Domain.Catalogue.Level.Id"/> of the unit that is meant.</summary>
internal static class RollUpMeter
{
    private static readonly UnitCount Activations = new("aggregation.unit.activations", "Units in memory.");

    private static readonly UnitCount Dirty = new(
        "aggregation.unit.dirty",
        "Units whose newest subtotal the unit above has not taken yet.");

    private static readonly Histogram<double> Propagation = Instrumentation.Meter.CreateHistogram(
        "aggregation.rollup.propagation.duration", "s", "Time from the recording of the newest row to its being in a roll-up of that "
            + "level.", advice: Buckets.Seconds);

    private static readonly Counter<long> Corrections = Instrumentation.Meter.CreateCounter<long>(
        "aggregation.rollup.corrections", "{correction}", "Subtotals that held more than the ledger has, and were put right; anything "
            + "but 0 has a cause to look for.");

    /// <summary>A unit has put a subtotal right that held more than the ledger has.</summary>
    /// <param name="level">The level of the roll-up.</param>
    public static void Corrected(string level) => Corrections.Add(1, new KeyValuePair<string, object?>(AttributeName.Level, level));

    /// <summary>A unit has been activated.</summary>
    public static void Activated(string level)
    {
        Activations.Add(level);
        // Told before there is any, so that the first one is a rise.
        Corrections.Add(0, new KeyValuePair<string, object?>(AttributeName.Level, level));
    }

    /// <summary>A unit's activation ends.</summary>
    public static void Deactivated(string level) => Activations.Remove(level);

    /// <summary>A unit begins to push.</summary>
    public static void BecameDirty(string level) => Dirty.Add(level);

    /// <summary>The unit above has taken all.</summary>
    public static void BecameClean(string level) => Dirty.Remove(level);

    /// <summary>A unit's roll-up holds a newer row of one below it.</summary>
    /// <param name="level">The level of the roll-up.</param>
    /// <param name="before">What it held of the one below.</param>
    /// <param name="after">What it holds now.</param>
    /// <param name="now">The silo's clock; a ledger's that is ahead of it counts as no time.</param>
    public static void Propagated(string level, Tally before, Tally after, DateTimeOffset now)
    {
        if (after.RecordedAt is { } recordedAt && !(recordedAt <= before.RecordedAt))
            Propagation.Record(Math.Max(0, (now - recordedAt).TotalSeconds), new KeyValuePair<string, object?>(AttributeName.Level, level));
    }
}
