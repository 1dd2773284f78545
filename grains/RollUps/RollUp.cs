using Aggregation.Domain.Folds;
using Aggregation.Domain.Tallies;
using Orleans;

namespace Aggregation.Grains.RollUps;

/// <summary>The state of a unit and of all below it. Names, denominators and labels come from the registry and the catalogue.</summary>
/// <param name="Edition">The edition's name.</param>
/// <param name="Code">The unit's code.</param>
/// <param name="Own">What stands of the unit's own reports.</param>
/// <param name="Subtotal">The sum over the unit and all units below it.</param>
[GenerateSerializer, Immutable, Alias("roll-up")]
public sealed record RollUp(
    [property: Id(0)] string Edition,
    [property: Id(1)] string Code,
    [property: Id(2)] OwnFigures Own,
    [property: Id(3)] Tally Subtotal)
{
    /// <summary>True while the subtotal is what a checkpoint says and the ledger has not been read yet.</summary>
    [Id(4)]
    public bool Warming { get; init; }

    /// <summary>How new it is.</summary>
    public RollUpVersion Version => new(!Warming, Subtotal.Version);
}
