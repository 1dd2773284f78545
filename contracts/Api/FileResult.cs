namespace Aggregation.Contracts;

/// <summary>What became of one report of a file.</summary>
/// <param name="Sheet">The sheet it begins on; null in a CSV file.</param>
/// <param name="Row">The row it begins with, from 1.</param>
/// <param name="Sequence">The number of the ledger row within the unit; null where nothing is recorded.</param>
/// <param name="Outcome"><c>accepted</c> or <c>duplicate</c>.</param>
/// <param name="Report">The report, as it was read, with the key derived from it.</param>
public sealed record FileResult(string? Sheet, int Row, int? Sequence, string Outcome, Report Report);
