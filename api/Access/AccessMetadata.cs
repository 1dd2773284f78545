namespace Aggregation.Api.Access;

/// <summary>Says what an endpoint needs of its caller.</summary>
/// <param name="Need">What.</param>
public sealed record AccessMetadata(AccessNeed Need);
