using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Api.Access;
using Aggregation.Api.Http;
using Aggregation.Api.Reading;
using Aggregation.Domain.Units;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Aggregation.Api.Live;

/// <summary><c>GET /live</c>: roll-ups as they change.</summary>
public static class LiveEndpoints
{
    private const int MostUnits = 100;

    /// <summary>Maps the call.</summary>
    public static IEndpointRouteBuilder MapLive(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/live", ["unit"], GetLive, repeatable: "unit")
            .WithMetadata(LongLivedMetadata.Instance).WithName("GetLive").Describe(
                "Roll-ups as they change, as Server-Sent Events",
                "Figures").ProducesFile("text/event-stream");
        return routes;
    }

    private static async Task<IResult> GetLive(
        ReadRequest request,
        LiveHub hub,
        ViewerLimit viewers,
        AccessKeys keys,
        AccessSessions sessions,
        UnitRegistry registry,
        TimeProvider time)
    {
        var codes = request.Query.Texts("unit");
        if (codes.Length is 0 or > MostUnits)
            request.Query.Fail("unit", string.Join(", ", codes), $"unit × 1..{MostUnits}");
        if (request.Query.Problem is { } problem)
            return problem;

        var indices = new List<int>();
        foreach (var code in codes.Distinct(StringComparer.Ordinal))
        {
            var (index, refusal) = ReadRoutes.Find(request, code);
            if (refusal is not null)
                return refusal;
            indices.Add(index);
        }

        if (viewers.TryEnter(request.Context, out var place) is { } tooMany)
            return tooMany;
        var viewer = new LiveViewer(new LiveRight(request, indices, keys, sessions, registry).Stands, time);
        hub.Enter(viewer, request.Edition, indices);
        try
        {
            await viewer.ReadAsync();
        }
        catch
        {
            hub.Leave(viewer);
            place.Dispose();
            throw;
        }

        return new LiveStream(hub, viewer, place);
    }
}
