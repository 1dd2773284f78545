using System;
using System.Collections.Generic;

namespace Aggregation.Ledger;

/// <summary>Which rows a reading of the ledger wants.</summary>
public sealed record LedgerSelection
{
    /// <summary>The units' ids, sorted, each once.</summary>
    public required IReadOnlyList<int> UnitIds { get; init; }

    /// <summary>Only rows recorded by then, and only withdrawals recorded by then; null for everything known now.</summary>
    public DateTimeOffset? KnownAt { get; init; }

    /// <summary>True when the rows must carry reporter and idempotency key.</summary>
    public bool WithSenders { get; init; }
}
