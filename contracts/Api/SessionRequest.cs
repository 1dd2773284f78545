namespace Aggregation.Contracts;

/// <summary>The body of <c>POST /session</c>.</summary>
/// <param name="Key">An API key.</param>
public sealed record SessionRequest(string Key);
