namespace Aggregation.Contracts;

/// <summary>How many units of one level have reported.</summary>
/// <param name="Reported">Those that have.</param>
/// <param name="Total">All of the level.</param>
public sealed record ReportingLevel(int Reported, int Total);
