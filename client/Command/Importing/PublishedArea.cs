using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Aggregation.Contracts;
using Aggregation.Files;

namespace Aggregation.Commands.Importing;

/// <summary>The units and indicators that a silo publishes.</summary>
internal sealed class PublishedArea : IReportingArea
{
    private readonly Dictionary<string, RegistryUnit> units = new(StringComparer.Ordinal);

    private PublishedArea(PublishedCatalogue catalogue) => Catalogue = catalogue;

    public PublishedCatalogue Catalogue { get; }

    /// <summary>Asks the silo for all of them that the key may see.</summary>
    public static async Task<PublishedArea> ReadAsync(CommandRun run)
    {
        var area = new PublishedArea(await run.Client.GetCatalogueAsync(run.Stop));
        await foreach (var unit in run.Client.GetUnitsAsync(cancellationToken: run.Stop))
            area.units[unit.Code] = unit;
        return area;
    }

    public RegistryUnit? FindUnit(string code) => units.GetValueOrDefault(code);
}
