using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Catalogue;
using Aggregation.Hosting;

namespace Aggregation.Units;

/// <summary>The units a silo starts with: those stored, else the list that <c>Units:Path</c> names, else the seeds.</summary>
/// <param name="settings">The settings.</param>
/// <param name="catalogue">The catalogue.</param>
/// <param name="store">Where editions are kept.</param>
/// <param name="registry">What is filled.</param>
public sealed class StartingUnits(SiloSettings settings, IndicatorCatalogue catalogue, IUnitStore store, UnitRegistry registry)
{
    /// <summary>Fills the registry.</summary>
    /// <exception cref="StartUpException">There is no usable list.</exception>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        foreach (var edition in await store.LoadAsync(cancellationToken))
            registry.Publish(edition);
        if (registry.Find(settings.Edition) is null)
            await AddAsync(Simulated(), cancellationToken);
    }

    private async Task AddAsync(Edition edition, CancellationToken cancellationToken)
    {
        await store.SaveAsync(edition, cancellationToken);
        registry.Publish(edition);
    }

    private Edition Simulated() =>
        SimulatedUnits.Make(settings.Edition, catalogue, SeedProvinces.Read(Path.Combine(SiloServices.Seeds, "provinces.csv")));
}
