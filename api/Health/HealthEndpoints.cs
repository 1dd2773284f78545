using Aggregation.Ledger;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Aggregation.Api.Health;

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

    private static IResult Ready(Readiness readiness, ILedgerStatus ledger, LedgerClock clock) =>
        Results.Json(
            new
            {
                status = readiness.Withdrawn is not null ? "failing"
                    : !readiness.IsReady ? "warming"
                    : readiness.GrainsAnswer ? "ready"
                    : "unanswered",
                ledger = ledger.Failure is null ? "available" : "unavailable",
                clock = clock.IsNoticeable ? "behind-rows" : "right",
                detail = readiness.Withdrawn ?? ledger.Failure ?? (clock.IsNoticeable
                    ? $"The newest row is dated {clock.Latest:o}, later than this silo's clock."
                    : null),
            },
            statusCode: readiness.IsReady && readiness.GrainsAnswer ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
}
