using System.Collections.Immutable;
using Aggregation.Domain.Tallies;
using Orleans;

namespace Aggregation.Grains.RollUps;

/// <summary>A roll-up with the subtotals it is made of.</summary>
/// <param name="RollUp">The unit's roll-up.</param>
/// <param name="Children">The subtotal of each child, in code order, as the unit holds them at the same moment.</param>
[GenerateSerializer, Immutable, Alias("child-tallies")]
public sealed record ChildTallies(
    [property: Id(0)] RollUp RollUp,
    [property: Id(1)] ImmutableArray<Tally> Children);
