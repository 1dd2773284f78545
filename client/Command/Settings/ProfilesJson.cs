using System.Text.Json.Serialization;

namespace Aggregation.Commands.Settings;

/// <summary>How the file of profiles is read.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(Profiles))]
internal sealed partial class ProfilesJson : JsonSerializerContext;
