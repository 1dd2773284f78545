using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Api.Access;
using Aggregation.Api.Http;
using Aggregation.Contracts;
using Aggregation.Domain.Units;
using Aggregation.Ledger.Audit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Aggregation.Api.Audit;

/// <summary><c>GET /audit</c>: the administrative acts within the caller's subtree, newest first.</summary>
public static class ActEndpoints
{
    private const string List = "audit";
    private const int ReadAtOnce = 1_000;
    private static readonly TimeSpan VietnamOffset = TimeSpan.FromHours(7);

    /// <summary>Maps the call.</summary>
    public static IEndpointRouteBuilder MapActs(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/audit", GetAsync)
            .WithName("GetActs")
            .RequireAccess(AccessNeed.Administer)
            .Describe("Lists the administrative acts within the caller's subtree, newest first", "Administration")
            .TakesQuery("from", "The first day (Asia/Ho_Chi_Minh)")
            .TakesQuery("to", "The last day; today by default")
            .TakesQuery("cursor", "Where the page begins: next of the page before")
            .TakesQuery("limit", "1 to 1000, by default 100")
            .Produces<AuditPage>()
            .ProducesProblems(400, 401, 403, 429, 503);
        return routes;
    }

    private static async Task<IResult> GetAsync(
        HttpContext context,
        IActStore acts,
        UnitRegistry registry,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var query = new QueryParameters(context.Request.Query, time, ["from", "to", "cursor", "limit"]);
        var limit = query.Limit();
        var (from, to) = (query.Day("from"), query.Day("to"));
        if (from > to)
            query.Fail("from", query.Text("from"), $"≤ {to:yyyy-MM-dd}");
        var before = Before(query);
        if (query.Problem is { } badQuery)
            return badQuery;

        var caller = Caller.Of(context);
        var found = new List<AdministrativeAct>();
        while (found.Count <= limit)
        {
            var read = await acts.ReadNewestAsync(before, Begin(from), Begin(to?.AddDays(1)), ReadAtOnce, cancellationToken);
            foreach (var act in read)
            {
                if (Reaches(caller, act, registry))
                    found.Add(act);
            }

            if (read.Length < ReadAtOnce)
                break;
            before = read[^1].Number;
        }

        var items = found[..Math.Min(limit, found.Count)].ConvertAll(ToEntry);
        var next = found.Count > limit ? PageCursor.Write(List, items[^1].Number.ToString(CultureInfo.InvariantCulture)) : null;
        return Results.Json(new AuditPage(registry.ActiveName, items, next), AccessJson.Written.AuditPage);
    }

    private static DateTimeOffset? Begin(DateOnly? day) =>
        day is { } first ? new DateTimeOffset(first.ToDateTime(TimeOnly.MinValue), VietnamOffset) : null;

    private static long? Before(QueryParameters query)
    {
        if (PageCursor.Read(query, List, 1) is not [var text])
            return null;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        PageCursor.Refuse(query);
        return null;
    }

    // What was done to the ledger as such, or to a unit that is gone, is the nation's.
    private static bool Reaches(Caller caller, AdministrativeAct act, UnitRegistry registry)
    {
        return registry.Find(act.Edition) is { } edition
            ? caller.MayAdminister(edition, Math.Max(0, edition.IndexOf(act.Unit)))
            : caller.MayAdminister(registry.Active, 0);
    }

    private static AuditEntry ToEntry(AdministrativeAct act) => new()
    {
        Number = act.Number,
        At = act.At,
        Act = act.Act,
        Key = act.Key,
        Edition = act.Edition,
        Unit = act.Unit,
        Target = act.Target,
        Outcome = act.Outcome,
        RequestId = act.RequestId,
        Figures = act.Figures,
        Address = act.Address,
        Details = act.Details,
    };
}
