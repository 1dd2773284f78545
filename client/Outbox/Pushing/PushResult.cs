using System;

namespace Aggregation.Outboxes.Pushing;

/// <summary>What sending an outbox came to.</summary>
/// <param name="Recorded">Reports that were recorded.</param>
/// <param name="Duplicates">Reports that the silo had already, from a try whose answer was lost.</param>
/// <param name="Refused">Reports that were refused and set aside.</param>
/// <param name="End">Why it ended.</param>
/// <param name="Reason">What was said at the end; null when nothing waits any more.</param>
public sealed record PushResult(long Recorded, long Duplicates, long Refused, PushEnd End, Exception? Reason = null);
