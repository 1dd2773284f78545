using Aggregation.Contracts;

namespace Aggregation.Files.Sending;

/// <summary>What became of a batch: one of the two is null.</summary>
/// <param name="Receipt">It was taken.</param>
/// <param name="Problem">It was refused; pointers begin with <c>/reports/</c> and the place in the batch.</param>
public sealed record SinkAnswer(ReportReceipt? Receipt, Problem? Problem);
