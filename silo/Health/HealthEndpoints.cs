using System.Threading;
using System.Threading.Tasks;
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
        routes.MapGet("/health/ready", ReadyAsync).ExcludeFromDescription();
        return routes;
    }

    private static async Task<IResult> ReadyAsync(Readiness readiness, ILedgerStatus ledger, CancellationToken cancellationToken)
    {
        var failure = await ledger.ProbeAsync(cancellationToken);
        return Results.Json(
            new
            {
                status = readiness.IsReady ? "ready" : "warming",
                ledger = failure is null ? "available" : "unavailable",
                detail = failure,
            },
            statusCode: readiness.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
