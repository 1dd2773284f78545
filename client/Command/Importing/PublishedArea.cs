using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Contracts;
using Aggregation.Files;

namespace Aggregation.Commands.Importing;

/// <summary>The units and indicators that a silo publishes.</summary>
/// <param name="catalogue">What can be reported.</param>
/// <param name="units">The units.</param>
internal sealed class PublishedArea(PublishedCatalogue catalogue, IReadOnlyList<RegistryUnit> units) : IReportingArea
{
    private readonly Dictionary<string, RegistryUnit> byCode = units.ToDictionary(unit => unit.Code, StringComparer.Ordinal);

    public PublishedCatalogue Catalogue => catalogue;

    public IReadOnlyList<RegistryUnit> Units => units;

    /// <summary>Asks the silo for all of them that the key may see.</summary>
    public static async Task<PublishedArea> ReadAsync(CommandRun run) =>
        new(await run.Client.GetCatalogueAsync(run.Stop), await run.Client.GetUnitsAsync(cancellationToken: run.Stop)
            .ToListAsync(run.Stop));

    public RegistryUnit? FindUnit(string code) => byCode.GetValueOrDefault(code);
}
