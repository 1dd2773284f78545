using Aggregation.Ledger.Audit;

namespace Aggregation.Api.Access;

/// <summary>Says that an endpoint's calls are administrative acts.</summary>
/// <param name="Act">Which, one of <see cref="ActName"/>.</param>
public sealed record ActMetadata(string Act);
