using Aggregation.Domain.Units;
using Aggregation.Grains.RollUps;

namespace Aggregation.Api.RollUps;

/// <summary>A unit to be called.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Grain">Its grain.</param>
internal sealed record CallableUnit(UnitKey Key, IUnitGrain Grain);
