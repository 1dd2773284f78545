using Aggregation.Health;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Aggregation.Api;

/// <summary>The whole HTTP API, version 1.</summary>
public static class ApiEndpoints
{
    /// <summary>The path under which every call but <c>/health</c> and <c>/openapi</c> lies.</summary>
    public const string Root = "/api/v1";

    /// <summary>Adds the middleware and maps every call.</summary>
    public static WebApplication UseApi(this WebApplication app)
    {
        app.MapHealth();
        var api = app.MapGroup(Root);
        api.MapCalls();
        return app;
    }

    private static void MapCalls(this RouteGroupBuilder api)
    {
    }
}
