using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Api;
using Aggregation.Contracts;
using Aggregation.Security;
using Aggregation.Units;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Aggregation.Verification;

/// <summary><c>GET /verify</c>: proves the live totals.</summary>
public static class VerificationEndpoints
{
    /// <summary>Maps the call.</summary>
    public static IEndpointRouteBuilder MapVerification(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/verify", GetAsync)
            .RequireAccess(AccessNeed.Administer)
            .Describe("Folds the ledger anew at one position and compares every roll-up at that position", "Administration")
            .TakesQuery("edition", "The edition to verify; the one that takes reports by default")
            .Produces<Contracts.Verification>()
            .ProducesProblems(400, 401, 403, 429, 503);
        return routes;
    }

    private static async Task<IResult> GetAsync(
        HttpContext context,
        UnitRegistry registry,
        LedgerVerification verification,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var query = new QueryParameters(context.Request.Query, time, ["edition"]);
        var name = query.Text("edition") ?? registry.ActiveName;
        var edition = registry.Find(name);
        if (edition is null)
            query.Fail("edition", name, string.Join(", ", registry.Editions.Select(loaded => loaded.Name).Order(StringComparer.Ordinal)));
        if (query.Problem is { } badQuery)
            return badQuery;

        // It compares every unit's figures, so only whoever may see them all can ask.
        var caller = Caller.Of(context);
        if (!caller.MayAdminister(edition!, 0))
            return Problems.Create(StatusCodes.Status403Forbidden, ProblemCode.OutsideSubtree, caller.Key!.Unit);
        return Results.Json(await verification.RunAsync(edition!, cancellationToken), ReadJson.Written.Verification);
    }
}
