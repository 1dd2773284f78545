using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Aggregation.Commands.Simulation;

/// <summary>How a simulation's summary and book are written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SimulationSummary))]
[JsonSerializable(typeof(BookEntry))]
internal sealed partial class SimulationJson : JsonSerializerContext
{
    private static SimulationJson? written;

    public static SimulationJson Written =>
        written ??= new(new JsonSerializerOptions(Default.Options!) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
}
