using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Catalogue;
using Aggregation.Units;
using Orleans;

namespace Aggregation.Import;

/// <inheritdoc cref="IRegistryGrain"/>
/// <param name="catalogue">The catalogue.</param>
/// <param name="registry">The editions of this silo.</param>
/// <param name="store">Where editions are kept.</param>
/// <param name="stored">Reads them again.</param>
[GrainType("registry")]
public sealed class RegistryGrain(IndicatorCatalogue catalogue, UnitRegistry registry, IUnitStore store, StoredUnits stored) : Grain, IRegistryGrain
{
    /// <inheritdoc/>
    public async Task<ImportOutcome> Import(UnitList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        // Another silo may have imported a moment ago.
        await stored.LoadAsync(CancellationToken.None);
        var current = registry.Find(list.Edition);
        if (current is { Simulated: true } && await store.HasReportsAsync(CancellationToken.None))
            return new ImportOutcome { LedgerInUse = true };

        var nextId = registry.Editions.Select(edition => edition.HighestId).DefaultIfEmpty(0).Max() + 1;
        var (outcome, edition) = UnitListMerge.Run(catalogue, list, current, nextId);
        if (edition is null)
            return outcome;

        try
        {
            await store.SaveAsync(edition, CancellationToken.None);
        }
        catch (UnitsInUseException)
        {
            return new ImportOutcome { LedgerInUse = true };
        }

        registry.Publish(edition);
        return outcome;
    }
}
