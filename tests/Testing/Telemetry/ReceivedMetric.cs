using System.Collections.Generic;

namespace Aggregation.Testing.Telemetry;

/// <summary>A point of a metric as a collector receives it.</summary>
/// <param name="Meter">The meter.</param>
/// <param name="Name">The instrument.</param>
/// <param name="Kind">What it was exported as: <c>gauge</c>, <c>counter</c>, <c>up-down counter</c>, <c>histogram</c>.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Value">Its value; of a histogram the number of measurements.</param>
/// <param name="Attributes">The attributes of the point.</param>
/// <param name="ExemplarTraceIds">The traces that its exemplars name.</param>
public sealed record ReceivedMetric(
    string Meter,
    string Name,
    string Kind,
    string Unit,
    double Value,
    IReadOnlyDictionary<string, string> Attributes,
    IReadOnlyList<string> ExemplarTraceIds);
