using System.Collections.Generic;
using Aggregation.Domain.Reports;

namespace Aggregation.Api.Reports;

/// <summary>
/// What became of a batch of reports, in the use case's own words; HTTP, files and the demonstration each make of it what they tell.
/// </summary>
/// <param name="Verdict">What became of it.</param>
/// <param name="Edition">The edition that was asked.</param>
/// <param name="Faults">Everything that is wrong, with pointers from the batch; none where it was accepted.</param>
internal sealed record SubmissionOutcome(SubmissionVerdict Verdict, string Edition, IReadOnlyList<Fault> Faults)
{
    /// <summary>Its reports one by one; null where it was refused before they were looked at.</summary>
    public JudgedBatch? Batch { get; init; }

    /// <summary>
    /// True when its units were told to record, and each has said what it did; a refusal may then have come too late for some of them.
    /// </summary>
    public bool IsRecorded { get; init; }

    /// <summary>True when it is refused although a part of it stands.</summary>
    public bool IsPartlyRecorded => IsRecorded && Verdict != SubmissionVerdict.Accepted && Batch?.Any(ReportVerdict.Accepted) == true;
}
