namespace Aggregation.Commands.Outboxes;

/// <summary>What <c>--queue</c> answers with.</summary>
/// <param name="Outbox">The outbox.</param>
/// <param name="Queued">How many reports were put into it.</param>
/// <param name="Waiting">How many wait in it now.</param>
/// <param name="UnchangedRows">How many rows of a file state nothing; null without a file.</param>
internal sealed record QueueReceipt(string Outbox, int Queued, long Waiting, int? UnchangedRows = null);
