using System.Collections.Generic;

namespace Aggregation.Contracts;

/// <summary>The answer of <c>POST /reports/file</c>.</summary>
/// <param name="Edition">The edition that took the reports.</param>
/// <param name="Accepted">How many were recorded, or with <c>dryRun</c> would be.</param>
/// <param name="Duplicates">How many were repeats.</param>
/// <param name="UnchangedRows">How many rows of units state nothing, and were passed over.</param>
/// <param name="Results">One for each report.</param>
public sealed record FileReceipt(string Edition, int Accepted, int Duplicates, int UnchangedRows, IReadOnlyList<FileResult> Results);
