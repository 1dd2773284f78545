using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics.Metrics;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Aggregation.Ledger.Telemetry;

namespace Aggregation.Grains.RollUps;

/// <summary>
/// How many units of each level are in some state: counted as they come and go, which every report does several times, and told when
/// telemetry asks.
/// </summary>
internal sealed class UnitCount
{
    private readonly ConcurrentDictionary<string, StrongBox<int>> levels = new(StringComparer.Ordinal);

    /// <summary>Makes the instrument.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">Which units are counted.</param>
    public UnitCount(string name, string description) => Instrumentation.Meter.CreateObservableUpDownCounter(
        name, () => levels.Select(level => new Measurement<int>(
            level.Value.Value,
            new KeyValuePair<string, object?>(AttributeName.Level, level.Key))), "{unit}", description);

    /// <summary>A unit of a level has come into the state.</summary>
    public void Add(string level) => Interlocked.Increment(ref Of(level).Value);

    /// <summary>One has left it.</summary>
    public void Remove(string level) => Interlocked.Decrement(ref Of(level).Value);

    private StrongBox<int> Of(string level) => levels.GetOrAdd(level, static _ => new StrongBox<int>());
}
