using System;
using System.Collections.Generic;

namespace Aggregation.Ledger;

/// <summary>Which rows a reading of the ledger wants.</summary>
public sealed record LedgerSelection
{
    /// <summary>The units' ids, sorted, each once.</summary>
    public required IReadOnlyList<int> UnitIds { get; init; }

    /// <summary>
    /// For each of <see cref="UnitIds"/>, in their order, the sequence after which its rows are wanted; null for all rows of all.
    /// </summary>
    public IReadOnlyList<int>? After { get; init; }

    /// <summary>Only rows recorded by then, and only withdrawals recorded by then; null for everything known now.</summary>
    public DateTimeOffset? KnownAt { get; init; }

    /// <summary>True when the rows must carry reporter and idempotency key.</summary>
    public bool WithSenders { get; init; }
}
