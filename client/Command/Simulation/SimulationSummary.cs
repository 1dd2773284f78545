namespace Aggregation.Commands.Simulation;

/// <summary>What a simulation came to.</summary>
/// <param name="Run">The beginning of its idempotency keys.</param>
/// <param name="Units">How many communes could report.</param>
/// <param name="Seconds">How long it sent.</param>
/// <param name="RateAsked">Reports a second asked for.</param>
/// <param name="RateAcknowledged">Reports a second acknowledged.</param>
/// <param name="Sent">Reports sent.</param>
/// <param name="Acknowledged">Reports acknowledged: the book.</param>
/// <param name="Repeated">Of these, how many an earlier try had already recorded.</param>
/// <param name="Unanswered">Reports that may or may not stand, because no answer came.</param>
/// <param name="MedianMilliseconds">The median time from sending a batch to its acknowledgement.</param>
/// <param name="P99Milliseconds">The time that 99 of 100 batches stayed under.</param>
/// <param name="Check">The book compared with the ledger; null if it was not asked for.</param>
internal sealed record SimulationSummary(
    string Run,
    int Units,
    double Seconds,
    double RateAsked,
    double RateAcknowledged,
    long Sent,
    long Acknowledged,
    long Repeated,
    long Unanswered,
    double MedianMilliseconds,
    double P99Milliseconds,
    BookCheck? Check = null);
