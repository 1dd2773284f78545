namespace Aggregation.Ledger;

/// <summary>Whether the ledger takes reports, as its last commit found.</summary>
public interface ILedgerStatus
{
    /// <summary>Why the last commit failed, one sentence; null while commits succeed.</summary>
    string? Failure { get; }
}
