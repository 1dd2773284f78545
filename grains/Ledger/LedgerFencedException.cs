using System;
using Orleans;

namespace Aggregation.Ledger;

/// <summary>Another activation of the unit has written this sequence; the one that tried must step aside.</summary>
[GenerateSerializer, Alias("ledger-fenced")]
public sealed class LedgerFencedException : Exception
{
    /// <summary>Names the row.</summary>
    public LedgerFencedException(int unitId, int sequence)
        : base($"Unit {unitId} already has a row {sequence}: another activation has written it.")
    {
    }
}
