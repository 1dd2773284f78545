using System.Collections.Generic;

namespace Aggregation.Contracts;

/// <summary>The body of <c>POST /reports</c>: 1 to 1,000 reports, all recorded or none.</summary>
/// <param name="Reports">The reports.</param>
public sealed record ReportBatch(IReadOnlyList<Report> Reports)
{
    /// <summary>The edition the codes belong to; null for the one that takes reports.</summary>
    public string? Edition { get; init; }
}
