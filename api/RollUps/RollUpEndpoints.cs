using System.Threading.Tasks;
using Aggregation.Api.Http;
using Aggregation.Api.Reading;
using Aggregation.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Aggregation.Api.RollUps;

/// <summary><c>GET /units/{code}</c>: a roll-up.</summary>
public static class RollUpEndpoints
{
    /// <summary>Maps the call.</summary>
    public static IEndpointRouteBuilder MapRollUps(this IEndpointRouteBuilder routes)
    {
        routes.MapUnitRead("/units/{code}", ["asOf", "knownAt"], GetRollUp)
            .WithName("GetRollUp").Describe("The state of a unit and of everything below it", "Figures").Produces<UnitRollUp>();
        return routes;
    }

    private static async Task<IResult> GetRollUp(UnitRequest request)
    {
        var dates = request.Query.Dates();
        if (request.Query.Problem is { } problem)
            return problem;
        if (dates.IsLive)
            return new JsonBytes(
                request.Service<RollUpFrames>().Of(await request.Service<LiveRollUps>().GetAsync(request.Edition, request.Index)).Json);

        var area = await request.Service<HistoricalRollUps>().GetAsync(request.Edition, request.Index, dates, request.Aborted);
        return TypedResults.Json(area.Map(request.Service<RollUpMapping>(), request.Index), ReadJson.Written.UnitRollUp);
    }
}
