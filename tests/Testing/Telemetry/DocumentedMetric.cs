using System;
using System.Collections.Generic;
using System.Linq;

namespace Aggregation.Testing.Telemetry;

/// <summary>A metric as the page describes it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Attributes">The names of its attributes.</param>
/// <param name="IsOfPostgres">Whether only silos on PostgreSQL tell it.</param>
public sealed record DocumentedMetric(string Name, string Kind, string Unit, IReadOnlyList<string> Attributes, bool IsOfPostgres)
{
    /// <summary>Those of the system itself.</summary>
    public static IReadOnlyList<DocumentedMetric> Own { get; } = Under("Metrics of the meter");

    /// <summary>Those of the frameworks that somebody relies on.</summary>
    public static IReadOnlyList<DocumentedMetric> Frameworks { get; } = Under("Metrics of the frameworks");

    /// <summary>Its names in Prometheus, as the OTLP receiver writes them (UnderscoreEscapingWithSuffixes).</summary>
    public IEnumerable<string> PrometheusNames()
    {
        var unit = Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" };
        var name = Name.Replace('.', '_') + unit + (Kind == "counter" ? "_total" : "");
        return Kind == "histogram" ? [name + "_bucket", name + "_count", name + "_sum"] : [name];
    }

    private static IReadOnlyList<DocumentedMetric> Under(string heading) =>
    [
        .. PageTable.Rows(heading).Select(row => new DocumentedMetric(
            PageTable.Plain(row[0]),
            row[1],
            PageTable.Plain(row[2]),
            [.. row[3].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(PageTable.Plain)],
            row[4].EndsWith("Told by silos on PostgreSQL", StringComparison.Ordinal))),
    ];
}
