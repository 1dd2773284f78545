namespace Aggregation.Outboxes;

/// <summary>How much lies in an outbox.</summary>
/// <param name="Waiting">Reports to be sent.</param>
/// <param name="Refused">Reports set aside.</param>
public sealed record OutboxCounts(long Waiting, long Refused);
