using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading.Tasks;
using Aggregation.Api.Http;
using Aggregation.Api.Reading;
using Aggregation.Contracts;
using Aggregation.Domain.Catalogue;
using Aggregation.Domain.Units;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Aggregation.Api.Units;

/// <summary><c>GET /units</c>: the registry, without figures.</summary>
public static class RegistryEndpoints
{
    private const string List = "units";

    /// <summary>Maps the call.</summary>
    public static IEndpointRouteBuilder MapRegistry(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/units", ["parent", "level", "q", "cursor", "limit"], GetUnits)
            .WithName("GetUnits").Describe("The registry, without figures", "Units").Produces<UnitPage>();
        return routes;
    }

    private static Task<IResult> GetUnits(ReadRequest request, IndicatorCatalogue catalogue)
    {
        var query = request.Query;
        var limit = query.Limit();
        var level = query.Level(catalogue);
        var words = query.Text("q") is { } text ? PlainText.Of(text) : "";
        var parent = Parent(request);
        var after = After(query);
        if (query.Problem is { } problem)
            return Task.FromResult(problem);

        var index = EditionIndex.Of(request.Edition);
        var found = new List<int>(limit + 1);
        foreach (var unit in index.InOrder)
        {
            if (found.Count > limit)
                break;
            if (IsWanted(request, unit, parent, level, after)
                && index.PlainName(unit).Contains(words, StringComparison.Ordinal)
                && request.Caller.MayRead(request.Edition, unit))
            {
                found.Add(unit);
            }
        }

        return Task.FromResult<IResult>(TypedResults.Json(Page(request, catalogue, found, limit), ReadJson.Written.UnitPage));
    }

    private static UnitPage Page(ReadRequest request, IndicatorCatalogue catalogue, List<int> found, int limit)
    {
        string? next = null;
        if (found.Count > limit)
        {
            found.RemoveAt(limit);
            var last = request.Edition.Units[found[^1]];
            next = PageCursor.Write(List, last.Level.ToString(CultureInfo.InvariantCulture), last.Code);
        }

        return new UnitPage(
            request.Edition.Name,
            request.Simulated,
            found.ConvertAll(index => Item(request.Edition.Units[index], catalogue)),
            next);
    }

    /// <summary>A unit as the registry shows it.</summary>
    internal static RegistryUnit Item(Unit unit, IndicatorCatalogue catalogue) =>
        new(unit.Code, unit.Name, unit.Kind, catalogue.Levels[unit.Level].Id, unit.Parent, unit.Region, unit.Simulated);

    private static bool IsWanted(ReadRequest request, int index, int? parent, int? level, (int Level, string Code)? after)
    {
        var unit = request.Edition.Units[index];
        if (after is var (lastLevel, lastCode)
            && (unit.Level < lastLevel || (unit.Level == lastLevel && string.CompareOrdinal(unit.Code, lastCode) <= 0)))
        {
            return false;
        }

        return (level is null || unit.Level == level) && (parent is null || request.Edition.ParentOf(index) == parent);
    }

    private static int? Parent(ReadRequest request)
    {
        if (request.Query.Text("parent") is not { } code)
            return null;
        var index = request.Edition.IndexOf(code);
        if (index < 0)
            request.Query.Fail("parent", code, request.Edition.Units[0].Code);
        return index;
    }

    private static (int Level, string Code)? After(QueryParameters query)
    {
        if (PageCursor.Read(query, List, 2) is not [var level, var code])
            return null;
        if (int.TryParse(level, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return (number, code);
        PageCursor.Refuse(query);
        return null;
    }
}
