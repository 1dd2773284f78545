using Aggregation.Units;

namespace Aggregation.RollUps;

/// <summary>A unit to be called.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Grain">Its grain.</param>
internal sealed record CallableUnit(UnitKey Key, IUnitGrain Grain);
