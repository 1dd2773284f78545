using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.Serialization;

namespace Aggregation.Tests.Deploy.Fixtures;

/// <summary>YAML as a tree: anchors and merge keys resolved, every scalar a string.</summary>
internal static class Yaml
{
    private static readonly IDeserializer Deserializer = new DeserializerBuilder().Build();
    private static readonly ISerializer Json = new SerializerBuilder().JsonCompatible().Build();

    /// <summary>The documents of a text. A key that stands twice is an error.</summary>
    public static IReadOnlyList<JsonNode> Parse(string text)
    {
        var parser = new MergingParser(new Parser(new StringReader(text)));
        var documents = new List<JsonNode>();
        parser.Consume<StreamStart>();
        while (parser.Accept<DocumentStart>(out _))
            documents.Add(JsonNode.Parse(Json.Serialize(Deserializer.Deserialize(parser)!))!);
        return documents;
    }

    /// <summary>The text at a place, such as <c>"spec", "replicas"</c>.</summary>
    public static string Text(this JsonNode node, params string[] path) => node.At(path).GetValue<string>();

    /// <summary>The items of a list.</summary>
    public static IEnumerable<JsonNode> Items(this JsonNode node, params string[] path) => node.At(path).AsArray().Select(item => item!);

    /// <summary>The names and values of a map.</summary>
    public static Dictionary<string, string> Map(this JsonNode node, params string[] path) =>
        node.At(path).AsObject().ToDictionary(pair => pair.Key, pair => pair.Value!.GetValue<string>());

    /// <summary>Everything in a tree, itself first.</summary>
    public static IEnumerable<JsonNode> All(this JsonNode node) => node switch
    {
        JsonObject map => map.Where(pair => pair.Value is not null).SelectMany(pair => pair.Value!.All()).Prepend(map),
        JsonArray list => list.Where(item => item is not null).SelectMany(item => item!.All()).Prepend(list),
        _ => [node],
    };

    private static JsonNode At(this JsonNode node, string[] path) =>
        path.Aggregate(node, (at, name) => at[name] ?? throw new KeyNotFoundException($"There is no '{name}' at {at.GetPath()}."));
}
