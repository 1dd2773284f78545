using System.Collections.Immutable;
using Aggregation.Domain.Reports;
using Orleans;

namespace Aggregation.Domain.Folds;

/// <summary>What stands of a unit's own reports, apart from its models.</summary>
[GenerateSerializer, Immutable, Alias("own-figures")]
public sealed record OwnFigures
{
    /// <summary>The value of each count, in the catalogue's order; 0 where nothing was reported.</summary>
    [Id(0)]
    public required ImmutableArray<long> Counts { get; init; }

    /// <summary>The state of each status, in the catalogue's order; null where nothing was reported.</summary>
    [Id(1)]
    public required ImmutableArray<string?> Statuses { get; init; }

    /// <summary>What the unit says its whole area has, sorted by name.</summary>
    [Id(2)]
    public required ImmutableArray<CountFigure> Declared { get; init; }
}
