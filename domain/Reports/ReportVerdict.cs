using Orleans;

namespace Aggregation.Domain.Reports;

/// <summary>How a unit answers a report.</summary>
[GenerateSerializer, Alias("report-verdict")]
public enum ReportVerdict
{
    /// <summary>Recorded, or, when only checked, would be.</summary>
    Accepted,

    /// <summary>The same key with the same content was recorded before; the first row's number is given.</summary>
    Duplicate,

    /// <summary>The same key with other content was recorded before, or stands earlier in the same batch.</summary>
    Conflict,

    /// <summary>It contradicts what the unit has recorded.</summary>
    Invalid,

    /// <summary>Nothing wrong with it, but not recorded, because another report of the same unit in the batch was refused.</summary>
    NotRecorded,
}
