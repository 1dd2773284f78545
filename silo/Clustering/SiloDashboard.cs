using Aggregation.Api.Access;
using Aggregation.Api.Http;
using Aggregation.Domain.Units;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Dashboard;

namespace Aggregation.Silo.Clustering;

/// <summary>
/// Orleans' own dashboard of silos and grains, for operators: off unless <c>Orleans:Dashboard</c> is true, and for the nation's admin only.
/// </summary>
internal static class SiloDashboard
{
    /// <summary>Where it is.</summary>
    public const string Path = "/orleans";

    /// <summary>Maps it where it is switched on.</summary>
    public static IEndpointRouteBuilder MapSiloDashboard(this IEndpointRouteBuilder routes)
    {
        if (!routes.ServiceProvider.GetRequiredService<OrleansSettings>().Dashboard)
            return routes;
        routes.MapOrleansDashboard(Path)
            .RequireAccess(AccessNeed.Administer)
            .AddEndpointFilter(static async (invocation, next) => IsOfNation(invocation.HttpContext)
                ? await next(invocation)
                : Problems.Create(StatusCodes.Status403Forbidden, ProblemCode.OutsideSubtree, Caller.Of(invocation.HttpContext).Key!.Unit))
            .ExcludeFromDescription();
        return routes;
    }

    // It speaks of every unit and of the machines.
    private static bool IsOfNation(HttpContext context) =>
        Caller.Of(context).MayAdminister(context.RequestServices.GetRequiredService<UnitRegistry>().Active, 0);
}
