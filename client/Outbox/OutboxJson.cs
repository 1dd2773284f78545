using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Aggregation.Contracts;

namespace Aggregation.Outboxes;

/// <summary>How reports, refusals and lists of them are written and read, without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(InstantConverter)])]
[JsonSerializable(typeof(OutboxList))]
[JsonSerializable(typeof(Report))]
public sealed partial class OutboxJson : JsonSerializerContext
{
    private static OutboxJson? written;

    /// <summary>The context for writing: Vietnamese letters stand as they are.</summary>
    public static OutboxJson Written =>
        written ??= new(new JsonSerializerOptions(Default.Options!) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
}
