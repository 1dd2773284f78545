using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Aggregation.Contracts;

/// <summary>
/// How answers are written and read in which an absent value stands as <c>null</c>: lists of keys, receipts of imports, who asks, how the
/// system is.
/// </summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(InstantConverter)])]
[JsonSerializable(typeof(KeyPage))]
[JsonSerializable(typeof(ImportReceipt))]
[JsonSerializable(typeof(SessionAnswer))]
[JsonSerializable(typeof(AuditPage))]
[JsonSerializable(typeof(Diagnosis))]
public sealed partial class AccessJson : JsonSerializerContext
{
    private static AccessJson? written;

    /// <summary>The context for writing: Vietnamese letters stand as they are.</summary>
    public static AccessJson Written =>
        written ??= new(new JsonSerializerOptions(Default.Options!) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
}
