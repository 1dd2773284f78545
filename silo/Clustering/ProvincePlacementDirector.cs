using System;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Aggregation.Domain.Units;
using Orleans;
using Orleans.Runtime;
using Orleans.Runtime.Placement;

namespace Aggregation.Silo.Clustering;

/// <summary>
/// Chooses the silo of a province by rendezvous: every silo draws a number for it, and the greatest wins. When a silo goes, only its
/// own provinces move, and they spread over all that are left.
/// </summary>
/// <param name="registry">The editions of this silo.</param>
internal sealed class ProvincePlacementDirector(UnitRegistry registry) : IPlacementDirector
{
    /// <inheritdoc/>
    public Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var silos = context.GetCompatibleSilos(target);
        if (IPlacementDirector.GetPlacementHint(target.RequestContextData, silos) is { } hint)
            return Task.FromResult(hint);
        var area = AreaOf(target.GrainIdentity.Key.ToString()!);
        return Task.FromResult(silos.MaxBy(silo => Draw(silo, area))!);
    }

    // The province of a unit of a province; any other grain for itself.
    private string AreaOf(string key)
    {
        if (!key.Contains('/', StringComparison.Ordinal))
            return key;
        var unit = UnitKey.Parse(key);
        if (registry.Find(unit.Edition) is not { } edition)
            return key;
        var index = edition.ProvinceOf(edition.IndexOf(unit.Code));
        return index > 0 ? edition.Units[index].Code : key;
    }

    private static uint Draw(SiloAddress silo, string area) =>
        StableHash.ComputeHash(Encoding.UTF8.GetBytes($"{silo.ToParsableString()} {area}"));
}
