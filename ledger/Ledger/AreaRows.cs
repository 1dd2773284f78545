using System;
using Aggregation.Domain.Units;

namespace Aggregation.Ledger;

/// <summary>How many ledger rows each area of an edition had at one moment; constant time for any area.</summary>
public sealed class AreaRows
{
    private readonly long[] before;

    /// <summary>Sums heads up in the edition's depth-first order.</summary>
    public AreaRows(Edition edition, LedgerHeads heads)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(heads);
        Edition = edition;
        before = new long[edition.Units.Length + 1];
        for (var index = 0; index < edition.Units.Length; index++)
            before[index + 1] = before[index] + heads.Of(edition.Units[index].Id);
    }

    /// <summary>The edition.</summary>
    public Edition Edition { get; }

    /// <summary>The rows of a unit alone.</summary>
    public long Own(int index) => before[index + 1] - before[index];

    /// <summary>The rows of a unit and of all units below it.</summary>
    public long Area(int index) => before[Edition.EndOf(index)] - before[index];
}
