using System;
using System.Collections;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Text.Json.Nodes;
using Orleans;

namespace Aggregation.Tests.Cluster.Messages;

/// <summary>What a message carries, as JSON: its members by name, whatever else it can work out of them left out.</summary>
internal static class MessageText
{
    /// <summary>Writes it.</summary>
    public static JsonNode? Of(object? value) => value switch
    {
        null => null,
        string text => JsonValue.Create(text),
        Exception exception => new JsonObject { ["Message"] = exception.Message },
        IEnumerable items => new JsonArray([.. items.Cast<object?>().Select(Of)]),
        IFormattable plain when value.GetType().GetCustomAttribute<GenerateSerializerAttribute>() is null || value is Enum =>
            JsonValue.Create(plain.ToString(value is DateTimeOffset ? "O" : null, CultureInfo.InvariantCulture)),
        bool flag => JsonValue.Create(flag),
        _ => new JsonObject(Sample.MembersOf(value.GetType())
            .Select(member => System.Collections.Generic.KeyValuePair.Create(member.Property.Name, Of(member.Property.GetValue(value))))),
    };

    /// <summary>True when everything that was recorded is there; what has come to it since is left out of account.</summary>
    public static bool Holds(JsonNode? now, JsonNode? recorded) => (now, recorded) switch
    {
        (JsonObject has, JsonObject wanted) => wanted.All(member => has.ContainsKey(member.Key) && Holds(has[member.Key], member.Value)),
        (JsonArray has, JsonArray wanted) => has.Count == wanted.Count && has.Zip(wanted).All(pair => Holds(pair.First, pair.Second)),
        _ => JsonNode.DeepEquals(now, recorded),
    };
}
