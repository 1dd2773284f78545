using System;
using System.Collections.Immutable;
using Orleans;

namespace Aggregation.Domain.Tallies;

/// <summary>
/// The subtotal of an area: a commutative sum over the unit itself and every unit below it.
/// Denominators are not in it: they come from the registry.
/// </summary>
[GenerateSerializer, Immutable, Alias("tally")]
public sealed record Tally
{
    /// <summary>How new it is.</summary>
    [Id(0)]
    public required TallyVersion Version { get; init; }

    /// <summary>The dense part; see <see cref="TallyLayout"/>.</summary>
    [Id(1)]
    public required ImmutableArray<long> Cells { get; init; }

    /// <summary>The models with at least one site, sorted by normal name (ordinal).</summary>
    [Id(2)]
    public required ImmutableArray<ModelTally> Models { get; init; }

    /// <summary>The latest day that a report which stands speaks of; null if there is none.</summary>
    [Id(3)]
    public required DateOnly? LastReportedOn { get; init; }

    /// <summary>The same, of the unit's own reports alone.</summary>
    [Id(5)]
    public required DateOnly? OwnLastReportedOn { get; init; }

    /// <summary>When the newest row included was recorded, UTC; null if there is none.</summary>
    [Id(4)]
    public required DateTimeOffset? RecordedAt { get; init; }

    /// <summary>The sum over nothing.</summary>
    public static Tally Empty(TallyLayout layout, int generation)
    {
        ArgumentNullException.ThrowIfNull(layout);
        return new Tally
        {
            Version = new TallyVersion(generation, 0),
            Cells = layout.Zeros,
            Models = [],
            LastReportedOn = null,
            OwnLastReportedOn = null,
            RecordedAt = null,
        };
    }

    /// <summary>Equal in version and every figure.</summary>
    public bool Equals(Tally? other) => other is not null && Version == other.Version && HasSameFigures(other);

    /// <summary>Equal in every figure, whatever the versions.</summary>
    public bool HasSameFigures(Tally other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return LastReportedOn == other.LastReportedOn
            && OwnLastReportedOn == other.OwnLastReportedOn
            && RecordedAt == other.RecordedAt
            && Cells.AsSpan().SequenceEqual(other.Cells.AsSpan())
            && Models.AsSpan().SequenceEqual(other.Models.AsSpan());
    }

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Version, Models.Length, LastReportedOn, RecordedAt);
}
