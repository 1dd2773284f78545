using System;
using Aggregation.Domain.Tallies;
using Orleans;

namespace Aggregation.Grains.RollUps;

/// <summary>
/// How new a roll-up is. One that is warm is newer than any that is not, whatever their rows: a checkpoint is never believed
/// over the ledger.
/// </summary>
/// <param name="IsWarm">False while the roll-up is a checkpoint's.</param>
/// <param name="Tally">How new its subtotal is.</param>
[GenerateSerializer, Immutable, Alias("roll-up-version")]
public readonly record struct RollUpVersion([property: Id(0)] bool IsWarm, [property: Id(1)] TallyVersion Tally)
    : IComparable<RollUpVersion>
{
    /// <summary>
    /// True when a roll-up of this version is to be shown in the place of one of the other (<see cref="TallyVersion.Supersedes"/>).
    /// </summary>
    public bool Supersedes(RollUpVersion other) => IsWarm != other.IsWarm ? IsWarm : Tally.Supersedes(other.Tally);

    /// <inheritdoc/>
    public int CompareTo(RollUpVersion other)
    {
        var byWarmth = IsWarm.CompareTo(other.IsWarm);
        return byWarmth != 0 ? byWarmth : Tally.CompareTo(other.Tally);
    }

    /// <summary>Older than.</summary>
    public static bool operator <(RollUpVersion left, RollUpVersion right) => left.CompareTo(right) < 0;

    /// <summary>Newer than.</summary>
    public static bool operator >(RollUpVersion left, RollUpVersion right) => left.CompareTo(right) > 0;

    /// <summary>Not newer than.</summary>
    public static bool operator <=(RollUpVersion left, RollUpVersion right) => left.CompareTo(right) <= 0;

    /// <summary>Not older than.</summary>
    public static bool operator >=(RollUpVersion left, RollUpVersion right) => left.CompareTo(right) >= 0;
}
