using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using Xunit;

namespace Aggregation.Tests.Command.Fixtures;

/// <summary>The schemas of <c>answers.json</c>, in the part of JSON Schema that they use.</summary>
public static class Schema
{
    private static readonly JsonElement Definitions = Read();

    /// <summary>Asserts that a text is JSON of a shape, and gives it.</summary>
    public static JsonElement Matches(string definition, string text)
    {
        using var json = JsonDocument.Parse(text);
        var faults = new List<string>();
        Check(Definitions.GetProperty(definition), json.RootElement, "", faults);
        Assert.True(faults.Count == 0, $"{string.Join('\n', faults)}\n{text}");
        return json.RootElement.Clone();
    }

    private static void Check(JsonElement schema, JsonElement value, string path, List<string> faults)
    {
        if (schema.TryGetProperty("$ref", out var reference))
            schema = Definitions.GetProperty(reference.GetString()!.Split('/')[^1]);
        if (schema.TryGetProperty("type", out var type) && !IsOf(type, value))
            faults.Add($"{path} is {value.ValueKind}, not {type}");
        else if (value.ValueKind == JsonValueKind.Object)
            CheckObject(schema, value, path, faults);
        else if (value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items))
            CheckItems(items, value, path, faults);
    }

    private static void CheckItems(JsonElement items, JsonElement array, string path, List<string> faults)
    {
        var place = 0;
        foreach (var item in array.EnumerateArray())
            Check(items, item, $"{path}/{place++}", faults);
    }

    private static void CheckObject(JsonElement schema, JsonElement value, string path, List<string> faults)
    {
        if (schema.TryGetProperty("required", out var required))
            faults.AddRange(required.EnumerateArray()
                .Where(name => !value.TryGetProperty(name.GetString()!, out _))
                .Select(name => $"{path}/{name} is missing"));
        foreach (var member in value.EnumerateObject())
        {
            if (schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(member.Name, out var known))
                Check(known, member.Value, $"{path}/{member.Name}", faults);
            else if (schema.TryGetProperty("additionalProperties", out var other)
                && other.ValueKind == JsonValueKind.False
                && !IsRequired(schema, member.Name))
                faults.Add($"{path}/{member.Name} is not in the schema");
            else if (other.ValueKind == JsonValueKind.Object)
                Check(other, member.Value, $"{path}/{member.Name}", faults);
        }
    }

    private static bool IsRequired(JsonElement schema, string name) =>
        schema.TryGetProperty("required", out var required) && required.EnumerateArray().Any(item => item.ValueEquals(name));

    private static bool IsOf(JsonElement type, JsonElement value) => type.ValueKind == JsonValueKind.Array
        ? type.EnumerateArray().Any(one => IsOf(one, value))
        : type.GetString() switch
        {
            "object" => value.ValueKind == JsonValueKind.Object,
            "array" => value.ValueKind == JsonValueKind.Array,
            "string" => value.ValueKind == JsonValueKind.String,
            "number" => value.ValueKind == JsonValueKind.Number,
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "null" => value.ValueKind == JsonValueKind.Null,
            _ => throw new InvalidOperationException($"No type {type}."),
        };

    private static JsonElement Read()
    {
        using var stream = typeof(Schema).Assembly.GetManifestResourceStream("answers.json")!;
        using var reader = new StreamReader(stream);
        using var json = JsonDocument.Parse(reader.ReadToEnd());
        return json.RootElement.GetProperty("$defs").Clone();
    }
}
