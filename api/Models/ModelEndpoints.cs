using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Api.Http;
using Aggregation.Api.Reading;
using Aggregation.Api.RollUps;
using Aggregation.Contracts;
using Aggregation.Domain.Catalogue;
using Aggregation.Domain.Tallies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Aggregation.Api.Models;

/// <summary><c>GET /units/{code}/models</c>: the named models of a unit and of everything below it.</summary>
public static class ModelEndpoints
{
    private const string List = "models";

    /// <summary>Maps the call.</summary>
    public static IEndpointRouteBuilder MapModels(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/units/{code}/models", ["q", "kind", "asOf", "knownAt", "cursor", "limit"], GetModels)
            .WithName("GetModels").Describe("The named models of a unit and of everything below it", "Figures").Produces<ModelPage>();
        return routes;
    }

    private static async Task<IResult> GetModels(
        UnitRequest request,
        IndicatorCatalogue catalogue,
        LiveRollUps live,
        HistoricalRollUps past)
    {
        var query = request.Query;
        var words = query.Text("q") is { } text ? PlainText.Of(text) : "";
        var kind = Kind(query, catalogue);
        var limit = query.Limit();
        var dates = query.Dates();
        var after = After(query);
        if (query.Problem is { } problem)
            return problem;

        var tally = dates.IsLive
            ? (await live.GetWarmAsync(request.Edition, request.Index)).Subtotal
            : (await past.GetAsync(request.Edition, request.Index, dates, request.Aborted)).Subtotal(request.Index);
        var wanted = RankedModels.Of(tally).Models
            .Where(model => (kind is not { } known || model.Model.Kinds[known] > 0)
                && model.PlainName.Contains(words, StringComparison.Ordinal))
            .ToList();
        var page = wanted.Where(model => after is not var (sites, name) || model.ComesAfter(sites, name)).Take(limit + 1).ToList();
        return TypedResults.Json(Page(request, catalogue, wanted, page, limit), ReadJson.Written.ModelPage);
    }

    private static ModelPage Page(
        UnitRequest request,
        IndicatorCatalogue catalogue,
        List<RankedModel> wanted,
        List<RankedModel> page,
        int limit)
    {
        string? next = null;
        if (page.Count > limit)
        {
            page.RemoveAt(limit);
            var last = page[^1].Model;
            next = PageCursor.Write(List, last.Sites.ToString(CultureInfo.InvariantCulture), last.NormalName);
        }

        var (sites, groups) = (wanted.Sum(model => model.Model.Sites), wanted.Sum(model => model.Model.Groups));
        return new ModelPage(
            request.Edition.Name,
            request.Simulated,
            wanted.Count,
            sites,
            groups,
            page.ConvertAll(model => Item(model.Model, catalogue)),
            next);
    }

    private static NamedModel Item(ModelTally model, IndicatorCatalogue catalogue) =>
        new(model.Name, [.. catalogue.ModelKinds.Where((_, kind) => model.Kinds[kind] > 0)
            .Select(kind => kind.Id)], model.Sites, model.Groups, model.Units);

    private static int? Kind(QueryParameters query, IndicatorCatalogue catalogue)
    {
        if (query.Text("kind") is not { } text)
            return null;
        var kind = catalogue.ModelKindOf(text);
        if (kind < 0)
            query.Fail("kind", text, string.Join(", ", catalogue.ModelKinds.Select(known => known.Id)));
        return kind;
    }

    private static (long Sites, string NormalName)? After(QueryParameters query)
    {
        if (PageCursor.Read(query, List, 2) is not [var sites, var name])
            return null;
        if (long.TryParse(sites, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return (number, name);
        PageCursor.Refuse(query);
        return null;
    }
}
