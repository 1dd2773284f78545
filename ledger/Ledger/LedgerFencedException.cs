using System;
using Orleans;

namespace Aggregation.Ledger;

/// <summary>
/// Another activation of the unit has written this sequence, or the store is another one than the unit was read from; the one that tried
/// must step aside.
/// </summary>
[GenerateSerializer, Alias("ledger-fenced")]
public sealed class LedgerFencedException : Exception
{
    /// <summary>Names the row.</summary>
    public LedgerFencedException(int unitId, int sequence)
        : base($"Unit {unitId} does not go on with row {sequence}: another activation has written it, or the store is another one by now.")
    {
    }
}
