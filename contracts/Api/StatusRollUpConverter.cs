using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aggregation.Contracts;

/// <summary>Writes the levels and states of a <see cref="StatusRollUp"/> as members named by their ids.</summary>
public sealed class StatusRollUpConverter : JsonConverter<StatusRollUp>
{
    /// <inheritdoc/>
    public override StatusRollUp Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string? own = null;
        var levels = new Dictionary<string, StatusLevel>(StringComparer.Ordinal);
        Expect(in reader, JsonTokenType.StartObject);
        while (ReadName(ref reader) is { } name)
        {
            if (name == "own")
                own = reader.GetString();
            else
                levels.Add(name, ReadLevel(ref reader));
        }

        return new StatusRollUp(own, levels);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, StatusRollUp value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartObject();
        writer.WriteString("own"u8, value.Own);
        foreach (var (level, states) in value.Levels)
        {
            writer.WriteStartObject(level);
            writer.WriteNumber("total"u8, states.Total);
            foreach (var (state, units) in states.States)
                writer.WriteNumber(state, units);
            writer.WriteNumber("unreported"u8, states.Unreported);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static StatusLevel ReadLevel(ref Utf8JsonReader reader)
    {
        var total = 0;
        var unreported = 0L;
        var states = new Dictionary<string, long>(StringComparer.Ordinal);
        Expect(in reader, JsonTokenType.StartObject);
        while (ReadName(ref reader) is { } name)
        {
            if (name == "total")
                total = reader.GetInt32();
            else if (name == "unreported")
                unreported = reader.GetInt64();
            else
                states.Add(name, reader.GetInt64());
        }

        return new StatusLevel(total, states, unreported);
    }

    // Leaves the reader at the member's value, or at the end of the object.
    private static string? ReadName(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.EndObject)
            return null;
        var name = reader.GetString();
        reader.Read();
        return name;
    }

    private static void Expect(in Utf8JsonReader reader, JsonTokenType type)
    {
        if (reader.TokenType != type)
            throw new JsonException($"A status has {type} here, not {reader.TokenType}.");
    }
}
