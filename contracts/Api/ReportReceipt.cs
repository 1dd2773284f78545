using System.Collections.Generic;

namespace Aggregation.Contracts;

/// <summary>The answer of <c>POST /reports</c>.</summary>
/// <param name="Edition">The edition that took the reports.</param>
/// <param name="Accepted">How many were recorded, or with <c>dryRun</c> would be.</param>
/// <param name="Duplicates">How many were repeats.</param>
/// <param name="Results">One for each report, in order.</param>
public sealed record ReportReceipt(string Edition, int Accepted, int Duplicates, IReadOnlyList<ReportResult> Results);
