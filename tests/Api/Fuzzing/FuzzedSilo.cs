using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Threading.Tasks;
using Aggregation.Contracts;
using Aggregation.Domain.Units;
using Aggregation.Files;
using Aggregation.Tests.Writing;

namespace Aggregation.Tests.Fuzzing;

/// <summary>A silo whose rules are all switched on, and what it publishes.</summary>
public sealed class FuzzedSilo : WritingSilo
{
    protected override Dictionary<string, string?> Settings { get; } = new()
    {
        ["Catalogue:Rules:agencies:jump:times"] = "2",
        ["Catalogue:Rules:agencies:jump:from"] = "1",
        ["Catalogue:Rules:agencies:same-as-below:from"] = "10",
        ["Catalogue:Rules:schools:same-as-below:severity"] = "error",
        ["Catalogue:Rules:schools:same-as-below:from"] = "10",
        ["Catalogue:Rules:committee:reversal:severity"] = "warning",
    };

    /// <summary>What a reader of files is told of the silo's units.</summary>
    public async Task<IReportingArea> AreaAsync() =>
        new Area(JsonSerializer.Deserialize(
            (await SendAsync(HttpMethod.Get, "/api/v1/catalogue")).Text,
            ReadJson.Default.PublishedCatalogue)!, Edition);

    private sealed class Area(PublishedCatalogue catalogue, Edition edition) : IReportingArea
    {
        private readonly Dictionary<string, RegistryUnit> units = edition.Units.ToDictionary(
            unit => unit.Code,
            unit => new RegistryUnit(
                unit.Code,
                unit.Name,
                unit.Kind,
                catalogue.Levels[unit.Level],
                unit.Parent,
                unit.Region,
                unit.Simulated));

        public PublishedCatalogue Catalogue => catalogue;

        public RegistryUnit? FindUnit(string code) => units.GetValueOrDefault(code);
    }
}
