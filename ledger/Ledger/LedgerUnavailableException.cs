using System;
using Orleans;

namespace Aggregation.Ledger;

/// <summary>The ledger cannot commit or be read now; the message says what and where.</summary>
[GenerateSerializer, Alias("ledger-unavailable")]
public sealed class LedgerUnavailableException : Exception
{
    /// <summary>Says what failed and where.</summary>
    public LedgerUnavailableException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
