using System;
using System.Collections.Immutable;
using Orleans;

namespace Aggregation.Domain.Tallies;

/// <summary>One named model over an area: what is added up of it and how it is spelled.</summary>
[GenerateSerializer, Immutable, Alias("model-tally")]
public sealed record ModelTally : INamedModel
{
    /// <summary>The normal form of the name: the identity of the model.</summary>
    [Id(0)]
    public required string NormalName { get; init; }

    /// <summary>The spelling first recorded among the units that run it.</summary>
    [Id(1)]
    public required string Name { get; init; }

    /// <summary>When that spelling was recorded, UTC.</summary>
    [Id(2)]
    public required DateTimeOffset FirstRecordedAt { get; init; }

    /// <summary>Places where it is applied, summed.</summary>
    [Id(3)]
    public required long Sites { get; init; }

    /// <summary>Teams that run it, summed.</summary>
    [Id(4)]
    public required long Groups { get; init; }

    /// <summary>How many units run it.</summary>
    [Id(5)]
    public required int Units { get; init; }

    /// <summary>How many of those units call it of each kind, in the catalogue's order: it is of the kinds above 0.</summary>
    [Id(6)]
    public required ImmutableArray<int> Kinds { get; init; }

    /// <summary>True when this spelling comes before the other's.</summary>
    public bool IsSpelledBefore(ModelTally other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var byTime = FirstRecordedAt.CompareTo(other.FirstRecordedAt);
        return byTime < 0 || (byTime == 0 && string.CompareOrdinal(Name, other.Name) < 0);
    }

    /// <summary>True when both have the same first spelling.</summary>
    public bool IsSpelledAs(ModelTally other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return FirstRecordedAt == other.FirstRecordedAt && string.Equals(Name, other.Name, StringComparison.Ordinal);
    }

    /// <summary>Equal in every figure.</summary>
    public bool Equals(ModelTally? other) =>
        other is not null
        && (ReferenceEquals(this, other)
            || (Sites == other.Sites
                && Groups == other.Groups
                && Units == other.Units
                && string.Equals(NormalName, other.NormalName, StringComparison.Ordinal)
                && IsSpelledAs(other)
                && Kinds.AsSpan().SequenceEqual(other.Kinds.AsSpan())));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(NormalName, Sites, Groups, Units);
}
