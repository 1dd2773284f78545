using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Aggregation.Api;

/// <summary>The whole HTTP API, version 1.</summary>
public static class ApiEndpoints
{
    /// <summary>The path under which every call but <c>/health</c> and <c>/openapi</c> lies.</summary>
    public const string Root = "/api/v1";

    /// <summary>Maps every call.</summary>
    public static IEndpointRouteBuilder MapApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(Root);
        return api;
    }
}
