using System;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Api.Http;
using Aggregation.Api.Reading;
using Aggregation.Contracts;
using Aggregation.Domain.Catalogue;
using Aggregation.Domain.Reports;
using Aggregation.Ledger;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Aggregation.Api.Reporting;

/// <summary><c>GET /units/{code}/reporting</c>: how many units below have reported in a period.</summary>
public static class ReportingEndpoints
{
    /// <summary>Maps the call.</summary>
    public static IEndpointRouteBuilder MapReporting(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/units/{code}/reporting", ["from", "to"], GetReporting)
            .WithName("GetReporting").Describe(
                "How many units below have a report effective between two days",
                "Figures").Produces<ReportingAnswer>();
        return routes;
    }

    private static async Task<IResult> GetReporting(UnitRequest request, IndicatorCatalogue catalogue, ILedgerQueries ledger)
    {
        var (from, to) = request.Query.Days(_ => ReportDay.First);
        if (request.Query.Problem is { } problem)
            return problem;

        var edition = request.Edition;
        var below = Enumerable.Range(request.Index + 1, edition.EndOf(request.Index) - request.Index - 1).ToLookup(
            index => edition.Units[index].Level,
            index => edition.Units[index].Id);
        var reporting = await ledger.FindReportingAsync(
            [.. below.SelectMany(level => level)],
            from,
            to,
            null,
            request.Aborted);
        var levels = EditionIndex.Of(edition).LevelsBelow(request.Index)
            .ToDictionary(
                level => catalogue.Levels[level].Id,
                level => new ReportingLevel(below[level].Count(reporting.Contains), below[level].Count()),
                StringComparer.Ordinal);
        return TypedResults.Json(new ReportingAnswer(edition.Name, request.Simulated, levels), ReadJson.Written.ReportingAnswer);
    }
}
