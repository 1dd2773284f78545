using System.Text.Json.Serialization;

namespace Aggregation.Client;

/// <summary>How the answer of <c>/health/ready</c> is read and written, without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SiloHealth))]
public sealed partial class HealthJson : JsonSerializerContext;
