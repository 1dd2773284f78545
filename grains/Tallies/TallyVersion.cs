using System;
using Orleans;

namespace Aggregation.Tallies;

/// <summary>
/// How new a tally is: the registry's generation, then how many ledger rows it includes. Needs no clock and no state,
/// and a later tally of the same unit never has a smaller one, whoever computed it.
/// </summary>
/// <param name="Generation">The generation of the edition it was computed for.</param>
/// <param name="Rows">The unit's own rows and those of all units below.</param>
[GenerateSerializer, Immutable, Alias("tally-version")]
public readonly record struct TallyVersion([property: Id(0)] int Generation, [property: Id(1)] long Rows) : IComparable<TallyVersion>
{
    /// <inheritdoc/>
    public int CompareTo(TallyVersion other)
    {
        var byGeneration = Generation.CompareTo(other.Generation);
        return byGeneration != 0 ? byGeneration : Rows.CompareTo(other.Rows);
    }

    /// <summary>Older than.</summary>
    public static bool operator <(TallyVersion left, TallyVersion right) => left.CompareTo(right) < 0;

    /// <summary>Newer than.</summary>
    public static bool operator >(TallyVersion left, TallyVersion right) => left.CompareTo(right) > 0;

    /// <summary>Not newer than.</summary>
    public static bool operator <=(TallyVersion left, TallyVersion right) => left.CompareTo(right) <= 0;

    /// <summary>Not older than.</summary>
    public static bool operator >=(TallyVersion left, TallyVersion right) => left.CompareTo(right) >= 0;
}
