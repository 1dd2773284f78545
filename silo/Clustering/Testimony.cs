using Orleans;

namespace Aggregation.Silo.Clustering;

/// <summary>What a silo says of itself.</summary>
/// <param name="HasDatabase">The database answers it.</param>
/// <param name="IsInStep">Its clock is near the database's.</param>
[GenerateSerializer, Immutable, Alias("testimony")]
internal sealed record Testimony([property: Id(0)] bool HasDatabase, [property: Id(1)] bool IsInStep);
