using System;
using System.Collections.Immutable;
using System.IO;
using System.Text;
using System.Text.Json;

namespace Aggregation.Ledger;

/// <summary>How the figures of an act stand in its row: a JSON object of numbers.</summary>
internal static class ActFigures
{
    public static string Write(ImmutableSortedDictionary<string, long> figures)
    {
        using var text = new MemoryStream();
        using (var writer = new Utf8JsonWriter(text))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in figures)
                writer.WriteNumber(name, value);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(text.ToArray());
    }

    /// <exception cref="JsonException">It is none.</exception>
    public static ImmutableSortedDictionary<string, long> Read(string text)
    {
        var figures = ImmutableSortedDictionary.CreateBuilder<string, long>(StringComparer.Ordinal);
        using var document = JsonDocument.Parse(text);
        foreach (var figure in document.RootElement.EnumerateObject())
            figures.Add(figure.Name, figure.Value.GetInt64());
        return figures.ToImmutable();
    }

    /// <summary>How the details of an act stand in its row: a JSON object of texts; null for none.</summary>
    public static string? Write(ImmutableSortedDictionary<string, string> details) =>
        details.IsEmpty ? null : JsonSerializer.Serialize(details);

    /// <exception cref="JsonException">It is none.</exception>
    public static ImmutableSortedDictionary<string, string> ReadDetails(string? text) =>
        text is null
            ? ImmutableSortedDictionary<string, string>.Empty
            : JsonSerializer.Deserialize<ImmutableSortedDictionary<string, string>>(text)?.WithComparers(StringComparer.Ordinal)
                ?? throw new JsonException("The details of an act are an object.");
}
