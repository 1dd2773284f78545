using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using Aggregation.Testing;

namespace Aggregation.Tests.Deploy.Fixtures;

/// <summary>The Kubernetes manifests.</summary>
internal static class Manifests
{
    /// <summary>Their folder.</summary>
    public static string Folder { get; } = Path.Combine(Repository.Deploy, "kubernetes");

    /// <summary>All of them, the examples and the kustomizations included.</summary>
    public static IReadOnlyList<JsonNode> All { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.yaml", SearchOption.AllDirectories).SelectMany(file => Yaml.Parse(File.ReadAllText(file)))];

    /// <summary>The silos.</summary>
    public static JsonNode Silos { get; } = One("Deployment", "silo");

    /// <summary>The silos' container.</summary>
    public static JsonNode SiloContainer { get; } = Silos.Items("spec", "template", "spec", "containers").Single();

    /// <summary>The settings that are no secret.</summary>
    public static Dictionary<string, string> Settings { get; } = One("ConfigMap", "aggregation").Map("data");

    /// <summary>The pods' templates.</summary>
    public static IEnumerable<JsonNode> Pods =>
        All.Where(manifest => manifest["spec"]?["template"] is not null).Select(manifest => manifest["spec"]!["template"]!);

    /// <summary>The one of a kind and name.</summary>
    public static JsonNode One(string kind, string name) =>
        All.Single(manifest => manifest.Text("kind") == kind && manifest["metadata"]?.Text("name") == name);

    /// <summary>The pods that have all the labels.</summary>
    public static IEnumerable<JsonNode> Selected(IReadOnlyDictionary<string, string> labels) =>
        Pods.Where(pod => labels.All(label => string.Equals(
            pod.Map("metadata", "labels").GetValueOrDefault(label.Key),
            label.Value,
            StringComparison.Ordinal)));
}
