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
        routes.MapRead("/units/{code}", ["asOf", "knownAt"], GetRollUp)
            .WithName("GetRollUp").Describe("The state of a unit and of everything below it", "Figures").Produces<UnitRollUp>();
        return routes;
    }

    private static async Task<IResult> GetRollUp(
        UnitRequest request,
        LiveRollUps live,
        HistoricalRollUps past,
        RollUpFrames frames,
        RollUpMapping mapping)
    {
        var dates = request.Query.Dates();
        if (request.Query.Problem is { } problem)
            return problem;
        if (dates.IsLive)
            return new JsonBytes(frames.Of(await live.GetAsync(request.Edition, request.Index)).Json);

        var area = await past.GetAsync(request.Edition, request.Index, dates, request.Aborted);
        return TypedResults.Json(area.Map(mapping, request.Index), ReadJson.Written.UnitRollUp);
    }
}
