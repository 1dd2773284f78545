using Orleans;

namespace Aggregation.Domain.Import;

/// <summary>Who asks for an import, as the act names it.</summary>
/// <param name="Key">The id of the key; null for none.</param>
/// <param name="RequestId">The request; null for none.</param>
/// <param name="Address">The address; null for none.</param>
[GenerateSerializer, Immutable, Alias("import-origin")]
public sealed record ImportOrigin([property: Id(0)] string? Key, [property: Id(1)] string? RequestId, [property: Id(2)] string? Address);
