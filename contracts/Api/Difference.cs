namespace Aggregation.Contracts;

/// <summary>One figure that is not what the ledger gives.</summary>
/// <param name="Unit">The unit's code.</param>
/// <param name="Figure">Which figure: <c>rows</c>, <c>counts.agencies</c>, <c>statuses.committee.province.consolidated</c>, <c>models</c>
/// …</param>
/// <param name="Live">What the live total says.</param>
/// <param name="Ledger">What the ledger says.</param>
public sealed record Difference(string Unit, string Figure, string Live, string Ledger);
