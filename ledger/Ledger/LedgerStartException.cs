using System;

namespace Aggregation.Ledger;

/// <summary>
/// The ledger cannot be opened, and trying again will not help. The message is one sentence: what, where, and what would be right.
/// </summary>
public sealed class LedgerStartException : Exception
{
    /// <summary>Says what is wrong, where, and what would be right.</summary>
    public LedgerStartException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
