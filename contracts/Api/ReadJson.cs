using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Aggregation.Contracts;

/// <summary>How the answers of the reading calls are written and read, without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(InstantConverter)])]
[JsonSerializable(typeof(UnitRollUp))]
[JsonSerializable(typeof(RollUpPage))]
[JsonSerializable(typeof(UnitPage))]
[JsonSerializable(typeof(OutstandingPage))]
[JsonSerializable(typeof(ModelPage))]
[JsonSerializable(typeof(HistoryAnswer))]
[JsonSerializable(typeof(ReportingAnswer))]
[JsonSerializable(typeof(ReportingLevel))]
[JsonSerializable(typeof(LedgerPage))]
[JsonSerializable(typeof(PublishedCatalogue))]
[JsonSerializable(typeof(Verification))]
public sealed partial class ReadJson : JsonSerializerContext
{
    // Made on first use: the order in which the parts of this class are initialised is not ours.
    private static ReadJson? written;

    /// <summary>The context for writing: Vietnamese letters stand as they are.</summary>
    public static ReadJson Written =>
        written ??= new(new JsonSerializerOptions(Default.Options!) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
}
