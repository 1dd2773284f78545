using System.Collections.Generic;
using Aggregation.Domain.Reports;

namespace Aggregation.Api.Reports;

/// <summary>A batch as somebody sent it: of the right shape, but not yet validated.</summary>
internal sealed class ReportBatchInput
{
    /// <summary>The most reports that one batch may hold.</summary>
    public const int MaxReports = 1_000;

    /// <summary>The edition named; null when none is.</summary>
    public string? Edition { get; set; }

    /// <summary>The reports, in the sender's order; never more than one above <see cref="MaxReports"/>.</summary>
    public List<ReportInput> Reports { get; } = [];
}
