using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Api.Http;
using Aggregation.Api.Reading;
using Aggregation.Contracts;
using Aggregation.Domain.Catalogue;
using Aggregation.Domain.Units;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Aggregation.Api.Catalogue;

/// <summary><c>GET /catalogue</c>: what can be reported.</summary>
public static class CatalogueEndpoints
{
    /// <summary>Maps the call.</summary>
    public static IEndpointRouteBuilder MapCatalogue(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/catalogue", [], GetCatalogue)
            .WithName("GetCatalogue").Describe("What can be reported", "Units").Produces<PublishedCatalogue>();
        return routes;
    }

    private static Task<IResult> GetCatalogue(ReadRequest request, IndicatorCatalogue catalogue) =>
        Task.FromResult<IResult>(TypedResults.Json(
            Publish(catalogue, request.Edition, request.Simulated),
            ReadJson.Written.PublishedCatalogue));

    /// <summary>What can be reported in an edition.</summary>
    internal static PublishedCatalogue Publish(IndicatorCatalogue catalogue, Edition edition, bool simulated)
    {
        var levels = catalogue.Levels.Where((_, level) => level < edition.LevelCounts.Length && edition.LevelCounts[level] > 0).ToList();
        return new PublishedCatalogue
        {
            Edition = edition.Name,
            Simulated = simulated,
            Levels = levels.ConvertAll(level => level.Id),
            LevelLabels = levels.ToDictionary(level => level.Id, level => Translate(level.Label), StringComparer.Ordinal),
            Indicators = [.. catalogue.Indicators.Select(indicator => Publish(indicator, catalogue, edition))],
            Rules = [.. catalogue.Indicators.SelectMany(indicator => indicator.Rules.Where(rule => rule.Severity != RuleSeverity.Off)
                .Select(rule => Publish(indicator, rule, levels)))],
            ModelKinds = [.. catalogue.ModelKinds.Select(kind => kind.Id)],
            ModelKindLabels = catalogue.ModelKinds.ToDictionary(kind => kind.Id, kind => Translate(kind.Label), StringComparer.Ordinal),
        };
    }

    private static PublishedIndicator Publish(Indicator indicator, IndicatorCatalogue catalogue, Edition edition) => new()
    {
        Id = indicator.Id,
        Type = indicator.Type == IndicatorType.Count ? "count" : "status",
        Levels = [.. indicator.Levels.Where(level => level < edition.LevelCounts.Length && edition.LevelCounts[level] > 0)
            .Select(level => catalogue.Levels[level].Id)],
        States = indicator.States,
        Complete = indicator.Complete,
        Of = indicator.Of,
        Label = Translate(indicator.Label),
        StateLabels = indicator.States.Zip(indicator.StateLabels).ToDictionary(
            pair => pair.First,
            pair => Translate(pair.Second),
            StringComparer.Ordinal),
    };

    private static PublishedRule Publish(Indicator indicator, IndicatorRule rule, List<Level> levels) => new(
        indicator.Id,
        rule.Code,
        rule.Severity == RuleSeverity.Error ? "error" : "warning",
        rule.Times > 0 ? rule.Times : null,
        rule.From > 0 ? rule.From : null)
    {
        Most = rule.Most is { } most
            ? levels.Where(level => most.ContainsKey(level.Id))
                .ToDictionary(level => level.Id, level => most[level.Id], StringComparer.Ordinal)
            : null,
    };

    private static Translated Translate(Label label) => new(label.Vi, label.En);
}
