using System.Text.Json.Serialization;

namespace Aggregation.Commands.Scenarios;

/// <summary>How a scenario is read.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Scenario))]
internal sealed partial class ScenarioJson : JsonSerializerContext;
