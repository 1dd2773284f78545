using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Aggregation.Testing;
using Aggregation.Tests.Deploy.Fixtures;
using Xunit;

namespace Aggregation.Tests.Deploy.Telemetry;

/// <summary><c>deploy/collector/config.yaml</c>, as far as it can be judged without a collector.</summary>
public sealed class CollectorTests
{
    private static readonly string[] Parts = ["receivers", "processors", "exporters"];

    private static readonly JsonNode Config = Yaml.Parse(Repository.Read("collector/config.yaml"))[0];

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Pipelines => Config["service"]!["pipelines"]!.AsObject();

    [Fact]
    public void Every_signal_has_a_pipeline() =>
        Assert.Equal(["logs", "metrics", "traces"], Pipelines.Select(pipeline => pipeline.Key).Order(StringComparer.Ordinal));

    [Fact]
    public void What_pipelines_name_is_there_and_what_is_there_is_used() =>
        Assert.All(Parts, part => Assert.Equal(
            Config[part]!.AsObject().Select(component => component.Key).Order(StringComparer.Ordinal),
            Pipelines.SelectMany(pipeline => pipeline.Value!.Items(part))
                .Select(name => name.GetValue<string>())
                .Distinct()
                .Order(StringComparer.Ordinal)));

    [Fact]
    public void Memory_is_bounded_before_anything_else_and_batches_are_made_last() =>
        Assert.All(Pipelines, pipeline => Assert.Equal(
            ["memory_limiter", "batch"],
            pipeline.Value!.Items("processors").Select(name => name.GetValue<string>())));
}
