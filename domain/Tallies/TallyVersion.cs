using System;
using Orleans;

namespace Aggregation.Domain.Tallies;

/// <summary>
/// How new a tally is: the registry's generation, then how often it was corrected, then how many ledger rows it includes. Needs no
/// clock and no state, and a later tally of the same activation never has a smaller one.
/// </summary>
/// <param name="Generation">The generation of the edition it was computed for.</param>
/// <param name="Rows">The unit's own rows and those of all units below.</param>
/// <param name="Correction">How often healing has found more rows in it than the ledger has and put the ledger's in their place.</param>
[GenerateSerializer, Immutable, Alias("tally-version")]
public readonly record struct TallyVersion(
    [property: Id(0)] int Generation,
    [property: Id(1)] long Rows,
    [property: Id(2)] int Correction = 0)
    : IComparable<TallyVersion>
{
    /// <summary>The greatest <see cref="Correction"/> that is believed.</summary>
    public const int MaxCorrection = 1_000_000;

    /// <summary>
    /// True when a tally of this version takes the place of one of the other: it includes more rows, or a correction that the other
    /// lacks. Corrections are forgotten when an activation ends, so more rows alone are enough; no order, therefore, and what was wrongly
    /// let in is found by healing.
    /// </summary>
    public bool Supersedes(TallyVersion other) =>
        Generation != other.Generation ? Generation > other.Generation : Rows > other.Rows || Correction > other.Correction;

    /// <inheritdoc/>
    public int CompareTo(TallyVersion other)
    {
        var byGeneration = Generation.CompareTo(other.Generation);
        if (byGeneration != 0)
            return byGeneration;
        var byCorrection = Correction.CompareTo(other.Correction);
        return byCorrection != 0 ? byCorrection : Rows.CompareTo(other.Rows);
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
