using System;
using System.Collections.Immutable;

namespace Aggregation.Ledger;

/// <summary>How many rows each unit had at one moment.</summary>
/// <param name="TakenAt">When, UTC, before the reading began.</param>
/// <param name="Rows">The last sequence by <see cref="Domain.Units.Unit.Id"/>; units beyond its end have none.</param>
public sealed record LedgerHeads(DateTimeOffset TakenAt, ImmutableArray<int> Rows)
{
    /// <summary>The last sequence of a unit; 0 when it never reported.</summary>
    public int Of(int unitId) => unitId < Rows.Length ? Rows[unitId] : 0;
}
