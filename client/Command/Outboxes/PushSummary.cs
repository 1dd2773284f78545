namespace Aggregation.Commands.Outboxes;

/// <summary>What <c>push</c> answers with.</summary>
/// <param name="Outbox">The outbox.</param>
/// <param name="Recorded">Reports that were recorded.</param>
/// <param name="Duplicates">Reports that the silo had already, from a try whose answer was lost.</param>
/// <param name="Refused">Reports that were refused in this run.</param>
/// <param name="LeftWaiting">Reports that still wait.</param>
/// <param name="LeftRefused">Refused reports that lie in the outbox.</param>
/// <param name="Reason">Why some still wait; null when none does.</param>
internal sealed record PushSummary(
    string Outbox,
    long Recorded,
    long Duplicates,
    long Refused,
    long LeftWaiting,
    long LeftRefused,
    string? Reason);
