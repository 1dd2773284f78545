using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aggregation.Contracts;

/// <summary>Writes the levels of a <see cref="ReportingAnswer"/> as members named by their ids.</summary>
public sealed class ReportingAnswerConverter : JsonConverter<ReportingAnswer>
{
    /// <inheritdoc/>
    public override ReportingAnswer Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var edition = "";
        var simulated = false;
        var levels = new Dictionary<string, ReportingLevel>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (name == "edition")
                edition = reader.GetString()!;
            else if (name == "simulated")
                simulated = reader.GetBoolean();
            else
                levels.Add(name, JsonSerializer.Deserialize(ref reader, ReadJson.Default.ReportingLevel)!);
        }

        return new ReportingAnswer(edition, simulated, levels);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ReportingAnswer value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartObject();
        writer.WriteString("edition"u8, value.Edition);
        writer.WriteBoolean("simulated"u8, value.Simulated);
        foreach (var (level, reporting) in value.Levels)
        {
            writer.WritePropertyName(level);
            JsonSerializer.Serialize(writer, reporting, ReadJson.Default.ReportingLevel);
        }

        writer.WriteEndObject();
    }
}
