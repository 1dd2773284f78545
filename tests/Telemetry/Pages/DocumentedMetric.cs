using System;
using System.Collections.Generic;
using System.Linq;

namespace Aggregation.Tests.Telemetry;

/// <summary>A metric as the page describes it.</summary>
internal sealed record DocumentedMetric(string Name, string Kind, string Unit, IReadOnlyList<string> Attributes)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<DocumentedMetric> All { get; } =
    [
        .. PageTable.Rows("Metrics").Select(row => new DocumentedMetric(
            PageTable.Plain(row[0]),
            row[1],
            PageTable.Plain(row[2]),
            [.. row[3].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(PageTable.Plain)])),
    ];

    /// <summary>Its names in Prometheus, as the OTLP receiver writes them (UnderscoreEscapingWithSuffixes).</summary>
    public IEnumerable<string> PrometheusNames()
    {
        var name = Name.Replace('.', '_') + (Unit == "s" ? "_seconds" : "") + (Kind == "counter" ? "_total" : "");
        return Kind == "histogram" ? [name + "_bucket", name + "_count", name + "_sum"] : [name];
    }
}
