using System;
using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Aggregation.Domain.Reports;

/// <summary>
/// The payload of a ledger row: the figures as compact JSON that a person can read with nothing but the database's own shell.
/// <c>{"counts":{"agencies":3},"statuses":{"committee":"consolidated"},"models":[{"name":"…","kinds":["other"],"sites":2,"groups":1}],
/// "declared":{"models":3},"note":"…"}</c>;
/// what is absent is left out.
/// </summary>
public static class FiguresJson
{
    // Every report is written twice on its way to the disk: one writer a thread instead of two a report.
    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Json)? threadsWriter;

    private static readonly JsonWriterOptions WriterOptions =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Writes a payload, UTF-8.</summary>
    public static byte[] Write(Figures figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var (buffer, json) = Begin();
        json.WriteStartObject();
        WriteFigures(json, figures, canonical: false);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads a payload back.</summary>
    /// <exception cref="JsonException">The bytes are not a payload: the row was not written by this program.</exception>
    public static Figures Read(ReadOnlySpan<byte> utf8)
    {
        var json = new Utf8JsonReader(utf8);
        var figures = Figures.None;
        Expect(ref json, JsonTokenType.StartObject);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("counts"u8))
                figures = figures with { Counts = ReadCounts(ref json) };
            else if (json.ValueTextEquals("statuses"u8))
                figures = figures with { Statuses = ReadStatuses(ref json) };
            else if (json.ValueTextEquals("models"u8))
                figures = figures with { Models = ReadModels(ref json) };
            else if (json.ValueTextEquals("declared"u8))
                figures = figures with { Declared = ReadCounts(ref json) };
            else if (json.ValueTextEquals("note"u8))
                figures = figures with { Note = ReadString(ref json) };
            else
                throw new JsonException($"A payload has no '{json.GetString()}'.");
        }

        MustBe(ref json, JsonTokenType.EndObject);
        return json.Read() ? throw new JsonException($"A payload ends before byte {json.TokenStartIndex}.") : figures;
    }

    /// <summary>
    /// The bytes by which two contents are compared: models by normal name, everything in one order. Good until the thread's next writing.
    /// </summary>
    internal static ReadOnlySpan<byte> WriteCanonical(DateOnly effectiveOn, Figures figures, int? withdraws)
    {
        var (buffer, json) = Begin();
        json.WriteStartArray();
        json.WriteNumberValue(effectiveOn.DayNumber);
        json.WriteNumberValue(withdraws ?? 0);
        json.WriteStartObject();
        WriteFigures(json, figures, canonical: true);
        json.WriteEndObject();
        json.WriteEndArray();
        json.Flush();
        return buffer.WrittenSpan;
    }

    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Json) Begin()
    {
        if (threadsWriter is not var (buffer, json))
        {
            buffer = new ArrayBufferWriter<byte>(512);
            json = new Utf8JsonWriter(buffer, WriterOptions);
            threadsWriter = (buffer, json);
        }

        buffer.ResetWrittenCount();
        json.Reset();
        return (buffer, json);
    }

    private static void WriteFigures(Utf8JsonWriter json, Figures figures, bool canonical)
    {
        WriteCounts(json, "counts"u8, figures.Counts);
        if (!figures.Statuses.IsEmpty)
        {
            json.WriteStartObject("statuses"u8);
            foreach (var status in figures.Statuses)
                json.WriteString(status.Indicator, status.State);
            json.WriteEndObject();
        }

        if (!figures.Models.IsEmpty)
        {
            json.WriteStartArray("models"u8);
            foreach (var model in figures.Models)
                WriteModel(json, model, canonical);
            json.WriteEndArray();
        }

        WriteCounts(json, "declared"u8, figures.Declared);
        if (figures.Note is not null)
            json.WriteString("note"u8, figures.Note);
    }

    private static void WriteCounts(Utf8JsonWriter json, ReadOnlySpan<byte> name, ImmutableArray<CountFigure> counts)
    {
        if (counts.IsEmpty)
            return;
        json.WriteStartObject(name);
        foreach (var count in counts)
            json.WriteNumber(count.Indicator, count.Value);
        json.WriteEndObject();
    }

    private static void WriteModel(Utf8JsonWriter json, ModelFigure model, bool canonical)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, canonical ? model.NormalName : model.Name);
        json.WriteStartArray("kinds"u8);
        foreach (var kind in model.Kinds)
            json.WriteStringValue(kind);
        json.WriteEndArray();
        json.WriteNumber("sites"u8, model.Sites);
        json.WriteNumber("groups"u8, model.Groups);
        json.WriteEndObject();
    }

    private static ImmutableArray<CountFigure> ReadCounts(ref Utf8JsonReader json)
    {
        var counts = ImmutableArray.CreateBuilder<CountFigure>();
        Expect(ref json, JsonTokenType.StartObject);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var indicator = json.GetString()!;
            counts.Add(new CountFigure(indicator, ReadNumber(ref json)));
        }

        MustBe(ref json, JsonTokenType.EndObject);
        return counts.DrainToImmutable();
    }

    private static ImmutableArray<StatusFigure> ReadStatuses(ref Utf8JsonReader json)
    {
        var statuses = ImmutableArray.CreateBuilder<StatusFigure>();
        Expect(ref json, JsonTokenType.StartObject);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var indicator = json.GetString()!;
            statuses.Add(new StatusFigure(indicator, ReadString(ref json)));
        }

        MustBe(ref json, JsonTokenType.EndObject);
        return statuses.DrainToImmutable();
    }

    private static ImmutableArray<ModelFigure> ReadModels(ref Utf8JsonReader json)
    {
        var models = ImmutableArray.CreateBuilder<ModelFigure>();
        Expect(ref json, JsonTokenType.StartArray);
        while (json.Read() && json.TokenType == JsonTokenType.StartObject)
            models.Add(ReadModel(ref json));
        MustBe(ref json, JsonTokenType.EndArray);
        return models.DrainToImmutable();
    }

    private static ModelFigure ReadModel(ref Utf8JsonReader json)
    {
        var name = "";
        ImmutableArray<string> kinds = [];
        long sites = 0;
        long groups = 0;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("name"u8))
                name = ReadString(ref json);
            else if (json.ValueTextEquals("kinds"u8))
                kinds = ReadStrings(ref json);
            else if (json.ValueTextEquals("sites"u8))
                sites = ReadNumber(ref json);
            else if (json.ValueTextEquals("groups"u8))
                groups = ReadNumber(ref json);
            else
                throw new JsonException($"A model in a payload has no '{json.GetString()}'.");
        }

        MustBe(ref json, JsonTokenType.EndObject);
        return new ModelFigure(name, kinds, sites, groups);
    }

    private static ImmutableArray<string> ReadStrings(ref Utf8JsonReader json)
    {
        var strings = ImmutableArray.CreateBuilder<string>();
        Expect(ref json, JsonTokenType.StartArray);
        while (json.Read() && json.TokenType == JsonTokenType.String)
            strings.Add(json.GetString()!);
        MustBe(ref json, JsonTokenType.EndArray);
        return strings.DrainToImmutable();
    }

    private static string ReadString(ref Utf8JsonReader json)
    {
        Expect(ref json, JsonTokenType.String);
        return json.GetString()!;
    }

    private static long ReadNumber(ref Utf8JsonReader json)
    {
        Expect(ref json, JsonTokenType.Number);
        return json.TryGetInt64(out var number)
            ? number
            : throw new JsonException($"A payload has whole numbers; byte {json.TokenStartIndex} begins none.");
    }

    private static void Expect(ref Utf8JsonReader json, JsonTokenType type)
    {
        json.Read();
        MustBe(ref json, type);
    }

    private static void MustBe(ref Utf8JsonReader json, JsonTokenType type)
    {
        if (json.TokenType != type)
            throw new JsonException($"A payload has {type} at byte {json.TokenStartIndex}; this one has {json.TokenType}.");
    }
}
