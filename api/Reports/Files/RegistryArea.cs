using Aggregation.Api.Catalogue;
using Aggregation.Api.Units;
using Aggregation.Contracts;
using Aggregation.Domain.Catalogue;
using Aggregation.Domain.Units;
using Aggregation.Files;

namespace Aggregation.Api.Reports.Files;

/// <summary>The units and indicators of the edition that takes reports.</summary>
/// <param name="catalogue">The catalogue.</param>
/// <param name="edition">The edition.</param>
internal sealed class RegistryArea(IndicatorCatalogue catalogue, Edition edition) : IReportingArea
{
    /// <inheritdoc/>
    public PublishedCatalogue Catalogue { get; } = CatalogueEndpoints.Publish(catalogue, edition, edition.Simulated);

    /// <inheritdoc/>
    public RegistryUnit? FindUnit(string code) => edition.Find(code) is { } unit ? RegistryEndpoints.Item(unit, catalogue) : null;
}
