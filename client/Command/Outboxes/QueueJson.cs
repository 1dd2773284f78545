using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Aggregation.Commands.Outboxes;

/// <summary>How the answers about an outbox are written, without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(QueueReceipt))]
[JsonSerializable(typeof(PushSummary))]
internal sealed partial class QueueJson : JsonSerializerContext
{
    private static QueueJson? written;

    /// <summary>The context for writing: Vietnamese letters stand as they are.</summary>
    public static QueueJson Written =>
        written ??= new(new JsonSerializerOptions(Default.Options!) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
}
