using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Api.Access;
using Aggregation.Api.Audit;
using Aggregation.Api.Http;
using Aggregation.Contracts;
using Aggregation.Domain.Units;
using Aggregation.Ledger.Audit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Aggregation.Api.Verification;

/// <summary><c>GET /verify</c>: proves the live totals and, deeply, the ledger's rows.</summary>
public static class VerificationEndpoints
{
    /// <summary>Maps the call.</summary>
    public static IEndpointRouteBuilder MapVerification(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/verify", GetAsync)
            .WithName("Verify")
            .RequireAccess(AccessNeed.Administer)
            .Records(ActName.Verified)
            .Describe("Folds the ledger anew at one position and compares every roll-up at that position", "Administration")
            .TakesQuery("edition", "The edition to verify; the one that takes reports by default")
            .TakesQuery("deep", "true: compares every row of the ledger, of all editions, with its seal as well")
            .Produces<Contracts.Verification>()
            .ProducesProblems(400, 401, 403, 429, 503);
        return routes;
    }

    private static async Task<IResult> GetAsync(
        HttpContext context,
        UnitRegistry registry,
        LedgerVerification verification,
        ChainVerification chain,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var query = new QueryParameters(context.Request.Query, time, ["edition", "deep"]);
        var name = query.Text("edition") ?? registry.ActiveName;
        var isDeep = query.Flag("deep");
        var edition = registry.Find(name);
        if (edition is null)
            query.Fail("edition", name, string.Join(", ", registry.Editions.Select(loaded => loaded.Name).Order(StringComparer.Ordinal)));
        if (query.Problem is { } badQuery)
            return badQuery;

        // It compares every unit's figures, so only whoever may see them all can ask.
        var draft = ActDraft.Of(context).On(edition!.Name, edition.Units[0].Code);
        draft.Act = isDeep ? ActName.VerifiedDeeply : ActName.Verified;
        var caller = Caller.Of(context);
        if (!caller.MayAdminister(edition, 0))
            return Problems.Create(StatusCodes.Status403Forbidden, ProblemCode.OutsideSubtree, caller.Key!.Unit);
        var proved = await verification.RunAsync(edition, cancellationToken);
        draft.Figures = draft.Figures.Add(LastVerifications.Differences, proved.Differences.Length);
        if (isDeep)
        {
            proved = proved with { Deep = await chain.RunAsync(cancellationToken) };
            var faults = proved.Deep.FaultsFound + proved.Deep.RecordFaultsFound + (proved.Deep.Heads?.Faults.Length ?? 0);
            draft.Figures = draft.Figures.Add(LastVerifications.Faults, faults);
            VerificationMeter.VerifiedDeeply(time.GetUtcNow(), faults);
        }

        return Results.Json(proved, ReadJson.Written.Verification);
    }
}
