using Aggregation.Domain.Units;
using Aggregation.Grains.RollUps;
using Orleans;

namespace Aggregation.Api.RollUps;

/// <summary>The units of one edition, each one's grain looked for only once. Safe for concurrent use.</summary>
/// <param name="edition">The edition.</param>
/// <param name="grains">The grains.</param>
internal sealed class CallableUnits(Edition edition, IGrainFactory grains)
{
    private readonly CallableUnit?[] units = new CallableUnit?[edition.Units.Length];

    /// <summary>The edition.</summary>
    public Edition Edition => edition;

    /// <summary>The unit at an index of the edition.</summary>
    public CallableUnit At(int index)
    {
        return units[index] ??= Find();

        CallableUnit Find()
        {
            var key = new UnitKey(edition.Name, edition.Units[index].Code);
            return new CallableUnit(key, grains.GetGrain<IUnitGrain>(key.ToString()));
        }
    }
}
