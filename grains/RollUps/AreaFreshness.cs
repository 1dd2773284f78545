using System;
using System.Collections.Immutable;
using Orleans;

namespace Aggregation.Grains.RollUps;

/// <summary>How new a roll-up is and what it was made of, without any figure: small whatever the unit has reported.</summary>
/// <param name="Version">How new the roll-up is.</param>
/// <param name="ChildrenRecordedAt">When the newest row of each child's area was recorded, UTC, in code order; null where there is
/// none.</param>
[GenerateSerializer, Immutable, Alias("area-freshness")]
public sealed record AreaFreshness(
    [property: Id(0)] RollUpVersion Version,
    [property: Id(1)] ImmutableArray<DateTimeOffset?> ChildrenRecordedAt);
