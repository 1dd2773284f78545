using System.Threading;
using System.Threading.Tasks;
using Aggregation.Api.Access;
using Aggregation.Api.Http;
using Aggregation.Contracts;
using Aggregation.Domain.Units;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Aggregation.Silo.Doctoring;

/// <summary><c>GET /diagnosis</c>: what an operator asks of a running system.</summary>
public static class DiagnosisEndpoints
{
    /// <summary>Maps the call.</summary>
    public static IEndpointRouteBuilder MapDiagnosis(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/diagnosis", GetAsync)
            .WithName("Diagnose")
            .RequireAccess(AccessNeed.Administer)
            .Describe("Says how the system is: the ledger, its disk and its clock, the silos, the provinces, the keys; answers within "
                + "seconds whatever has failed", "Administration")
            .Produces<Diagnosis>()
            .ProducesProblems(401, 403, 429, 503);
        return routes;
    }

    private static async Task<IResult> GetAsync(
        HttpContext context,
        UnitRegistry registry,
        SiloDiagnosis diagnosis,
        CancellationToken cancellationToken)
    {
        // It speaks of every province and of the machine.
        var caller = Caller.Of(context);
        return caller.MayAdminister(registry.Active, 0)
            ? Results.Json(await diagnosis.RunAsync(cancellationToken), AccessJson.Written.Diagnosis)
            : Problems.Create(StatusCodes.Status403Forbidden, ProblemCode.OutsideSubtree, caller.Key!.Unit);
    }
}
