using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Aggregation.Testing;
using Aggregation.Testing.Telemetry;
using Aggregation.Tests.Deploy.Fixtures;

namespace Aggregation.Tests.Deploy.Telemetry;

/// <summary><c>deploy/prometheus/rules.yaml</c>, and what expressions may name.</summary>
internal static partial class Rules
{
    private static readonly JsonNode[] All =
        [.. Yaml.Parse(Repository.Read("prometheus/rules.yaml"))[0].Items("groups").SelectMany(group => group.Items("rules"))];

    /// <summary>The alerts.</summary>
    public static IReadOnlyList<JsonNode> Alerts { get; } = [.. All.Where(rule => rule["alert"] is not null)];

    /// <summary>Every expression.</summary>
    public static IReadOnlyList<string> Expressions { get; } = [.. All.Select(rule => rule.Text("expr"))];

    /// <summary>The series that there are: of the page's metrics, and those that rules record.</summary>
    public static IReadOnlySet<string> Series { get; } = DocumentedMetric.Own.Concat(DocumentedMetric.Frameworks)
        .SelectMany(metric => metric.PrometheusNames())
        .Concat(All.Where(rule => rule["record"] is not null).Select(rule => rule.Text("record")))
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>The labels that there are.</summary>
    public static IReadOnlySet<string> Labels { get; } = DocumentedMetric.Own.Concat(DocumentedMetric.Frameworks)
        .SelectMany(metric => metric.Attributes)
        .Select(attribute => attribute.Split(' ')[0].Trim('`').Replace('.', '_'))
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>What an expression names that is neither a word of the language nor in quotes: series and labels.</summary>
    public static IEnumerable<string> NamesIn(string expression) =>
        Name().Matches(Quoted().Replace(expression, "")).Select(match => match.Value).Distinct(StringComparer.Ordinal);

    [GeneratedRegex("\"[^\"]*\"", RegexOptions.None, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(?<![\w:$])[a-z]+[_:][a-z0-9_:]+", RegexOptions.None, 1000)]
    private static partial Regex Name();
}
