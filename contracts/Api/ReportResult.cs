namespace Aggregation.Contracts;

/// <summary>What became of one report.</summary>
/// <param name="Unit">The unit's code.</param>
/// <param name="Sequence">The number of the row within the unit; null where nothing is recorded.</param>
/// <param name="Outcome">
/// <c>accepted</c> or <c>duplicate</c>; in a problem also <c>conflict</c>, <c>invalid</c> or <c>not-recorded</c>.
/// </param>
public sealed record ReportResult(string Unit, int? Sequence, string Outcome);
