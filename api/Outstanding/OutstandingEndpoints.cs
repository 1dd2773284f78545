using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Api.Http;
using Aggregation.Api.Reading;
using Aggregation.Contracts;
using Aggregation.Domain.Catalogue;
using Aggregation.Domain.Reports;
using Aggregation.Domain.Units;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Aggregation.Api.Outstanding;

/// <summary><c>GET /units/{code}/outstanding</c>: which one of the 63 is missing.</summary>
public static class OutstandingEndpoints
{
    private const string List = "outstanding";
    private const string Reporting = "reporting";

    /// <summary>Maps the call.</summary>
    public static IEndpointRouteBuilder MapOutstanding(this IEndpointRouteBuilder routes)
    {
        routes.MapRead(
            "/units/{code}/outstanding",
            ["indicator", "level", "from", "to", "asOf", "knownAt", "cursor", "limit"],
            GetOutstanding)
            .WithName("GetOutstanding").Describe(
                "The units that are not complete, or have not reported",
                "Figures").Produces<OutstandingPage>();
        return routes;
    }

    private static Task<IResult> GetOutstanding(
        UnitRequest request,
        IndicatorCatalogue catalogue,
        OutstandingStatuses statuses,
        OutstandingReports reports) =>
        request.Query.Text("indicator") == Reporting
            ? GetUnreporting(request, catalogue, reports)
            : GetIncomplete(request, catalogue, statuses);

    private static async Task<IResult> GetIncomplete(UnitRequest request, IndicatorCatalogue catalogue, OutstandingStatuses statuses)
    {
        var query = request.Query;
        var status = Status(query, catalogue);
        var level = status is null ? -1 : request.RequiredLevelBelow(catalogue, status);
        foreach (var name in (string[])["from", "to"])
        {
            if (query.Text(name) is { } day)
                query.Fail(name, day, "indicator=reporting");
        }

        var limit = query.Limit();
        var dates = query.Dates();
        var after = PageCursor.Read(query, List, 1)?[0];
        if (query.Problem is { } problem)
            return problem;

        var found = await statuses.FindAsync(
            request.Edition,
            request.Index,
            status!,
            level,
            dates,
            request.Aborted);
        var page = InOrder(found, request.Edition, after).Take(limit + 1).ToList();
        return Page(request, found.Count, page, limit);
    }

    private static async Task<IResult> GetUnreporting(UnitRequest request, IndicatorCatalogue catalogue, OutstandingReports reports)
    {
        var level = request.LevelBelow(catalogue);
        var (from, to) = request.Query.Days(_ => ReportDay.First);
        var limit = request.Query.Limit();
        var dates = request.Query.Dates();
        var after = PageCursor.Read(request.Query, List, 1)?[0];
        if (request.Query.Problem is { } problem)
            return problem;

        var edition = request.Edition;
        var found = await reports.FindAsync(edition, Units(request, level), from, to, dates, request.Aborted);
        var page = found.Where(index => after is null || string.CompareOrdinal(edition.Units[index].Code, after) > 0)
            .OrderBy(index => edition.Units[index].Code, StringComparer.Ordinal)
            .Take(limit + 1);
        return Page(
            request,
            found.Length,
            [.. await reports.DescribeAsync(edition, request.Index, [.. page], dates, request.Aborted)],
            limit);
    }

    private static ImmutableArray<int> Units(UnitRequest request, int? level)
    {
        var index = EditionIndex.Of(request.Edition);
        return level is { } below
            ? index.UnitsBelow(request.Index, below)
            : [.. Enumerable.Range(request.Index + 1, request.Edition.EndOf(request.Index) - request.Index - 1)];
    }

    private static IEnumerable<AwaitedUnit> InOrder(IReadOnlyCollection<AwaitedUnit> found, Edition edition, string? after) =>
        found.Where(awaited => after is null || string.CompareOrdinal(edition.Units[awaited.Index].Code, after) > 0)
            .OrderBy(awaited => edition.Units[awaited.Index].Code, StringComparer.Ordinal);

    private static JsonHttpResult<OutstandingPage> Page(UnitRequest request, int total, List<AwaitedUnit> page, int limit)
    {
        string? next = null;
        if (page.Count > limit)
        {
            page.RemoveAt(limit);
            next = PageCursor.Write(List, request.Edition.Units[page[^1].Index].Code);
        }

        var items = page.ConvertAll(awaited => Item(request.Edition.Units[awaited.Index], awaited));
        return TypedResults.Json(
            new OutstandingPage(request.Edition.Name, request.Simulated, total, items, next),
            ReadJson.Written.OutstandingPage);
    }

    private static OutstandingUnit Item(Unit unit, AwaitedUnit awaited) =>
        new(unit.Code, unit.Name, awaited.State, unit.Parent, awaited.LastReportedOn);

    private static Indicator? Status(QueryParameters query, IndicatorCatalogue catalogue)
    {
        var text = query.Text("indicator");
        if (text is not null && catalogue.Find(text) is { Type: IndicatorType.Status } status)
            return status;
        query.Fail("indicator", text, string.Join(", ", catalogue.Statuses.Select(known => known.Id).Append(Reporting)));
        return null;
    }
}
