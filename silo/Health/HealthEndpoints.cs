using Aggregation.Ledger;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Aggregation.Health;

/// <summary><c>/health/live</c> and <c>/health/ready</c>, for whatever restarts and routes.</summary>
public static class HealthEndpoints
{
    /// <summary>Maps both.</summary>
    public static IEndpointRouteBuilder MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Json(new { status = "live" })).ExcludeFromDescription();
        routes.MapGet("/health/ready", Ready).ExcludeFromDescription();
        return routes;
    }

    private static IResult Ready(Readiness readiness, ILedgerStatus ledger) =>
        Results.Json(
            new
            {
                status = readiness.IsReady ? "ready" : readiness.Withdrawn is null ? "warming" : "failing",
                ledger = ledger.Failure is null ? "available" : "unavailable",
                detail = readiness.Withdrawn ?? ledger.Failure,
            },
            statusCode: readiness.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
}
