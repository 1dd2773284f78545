using System.Collections.Generic;
using Aggregation.Contracts;

namespace Aggregation.Files.Sending;

/// <summary>What became of a file.</summary>
/// <param name="Verdict">What became of it as a whole.</param>
/// <param name="Receipt">What was recorded, or would be; null when the file was refused.</param>
/// <param name="Faults">Everything that is wrong, by sheet, row and column.</param>
/// <param name="Cause">What the taker of the reports said first; null when only the file itself is wrong.</param>
/// <param name="Recorded">What stands although the file was refused while it was being recorded.</param>
public sealed record FileOutcome(
    FileVerdict Verdict,
    FileReceipt? Receipt,
    IReadOnlyList<FileFault> Faults,
    Problem? Cause,
    IReadOnlyList<ReportResult> Recorded);
