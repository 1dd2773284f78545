namespace Aggregation.Ledger;

/// <summary>Whether the ledger takes reports, as its last commit found, and how many wait for the next ones.</summary>
public interface ILedgerStatus
{
    /// <summary>Why the last commit failed, one sentence; null while commits succeed.</summary>
    string? Failure { get; }

    /// <summary>The appends that have been asked for and are not durable yet.</summary>
    int Waiting { get; }
}
