using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Aggregation.Contracts;

/// <summary>How the bodies and answers of the writing calls are written and read, without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ReportBatch))]
[JsonSerializable(typeof(ReportReceipt))]
[JsonSerializable(typeof(FileReceipt))]
[JsonSerializable(typeof(System.Collections.Generic.IReadOnlyList<ReportResult>))]
[JsonSerializable(typeof(KeyRequest))]
[JsonSerializable(typeof(NewKey))]
[JsonSerializable(typeof(KeyRotation))]
[JsonSerializable(typeof(RotatedKey))]
[JsonSerializable(typeof(SessionRequest))]
[JsonSerializable(typeof(Problem))]
public sealed partial class WriteJson : JsonSerializerContext
{
    private static WriteJson? written;

    /// <summary>The context for writing: Vietnamese letters stand as they are.</summary>
    public static WriteJson Written =>
        written ??= new(new JsonSerializerOptions(Default.Options!) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
}
