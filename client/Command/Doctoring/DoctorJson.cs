using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Aggregation.Contracts;

namespace Aggregation.Commands.Doctoring;

/// <summary>How an examination is written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(InstantConverter), typeof(CheckStateConverter)])]
[JsonSerializable(typeof(Examination))]
internal sealed partial class DoctorJson : JsonSerializerContext
{
    private static DoctorJson? written;

    public static DoctorJson Written =>
        written ??= new(new JsonSerializerOptions(Default.Options!) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });

    private sealed class CheckStateConverter() : JsonStringEnumConverter<CheckState>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);
}
