using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Aggregation.Contracts;

namespace Aggregation.Commands.Trail;

/// <summary>How the audit trail is written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(InstantConverter), typeof(FigureFateConverter)])]
[JsonSerializable(typeof(TrailPage))]
internal sealed partial class TrailJson : JsonSerializerContext
{
    private static TrailJson? written;

    public static TrailJson Written =>
        written ??= new(new JsonSerializerOptions(Default.Options!) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });

    private sealed class FigureFateConverter() : JsonStringEnumConverter<FigureFate>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);
}
