using System;

namespace Aggregation.Ledger;

/// <summary>From how many units on a reading is better off with the whole ledger than with a probe of each.</summary>
internal static class ManyUnits
{
    /// <summary>More units than this are worth a look at how many there are.</summary>
    public const int Few = 100;

    private const int Many = 2_000;

    /// <summary>True when reading the whole ledger costs less than a probe of each of so many units.</summary>
    /// <param name="units">How many are wanted.</param>
    /// <param name="countUnits">Counts all units there are.</param>
    public static bool AreMany(int units, Func<long> countUnits) => units > Many || (units > Few && units * 4L > countUnits());
}
