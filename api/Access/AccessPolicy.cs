using System;
using System.Collections.Generic;
using System.Linq;
using Aggregation.Api.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Aggregation.Api.Access;

/// <summary>
/// The authorization policies: one for each <see cref="AccessNeed"/>, by its name, and one for every endpoint that names none.
/// </summary>
public static class AccessPolicy
{
    /// <summary>Requires of an endpoint's caller what it needs.</summary>
    public static TBuilder RequireAccess<TBuilder>(this TBuilder endpoint, AccessNeed need)
        where TBuilder : IEndpointConventionBuilder => endpoint.RequireAuthorization(need.ToString());

    /// <summary>What a request's endpoint needs: what its policy says, else a reader below <c>/api/v1</c> and nothing elsewhere.</summary>
    public static AccessNeed NeedOf(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.GetEndpoint() is not { } endpoint)
            return AccessNeed.Nothing;
        return NeedOf(endpoint.Metadata)
            ?? (context.Request.Path.StartsWithSegments(ApiPath.Root, StringComparison.OrdinalIgnoreCase)
                ? AccessNeed.Read
                : AccessNeed.Nothing);
    }

    /// <summary>What an endpoint's policy says; null where it has none.</summary>
    public static AccessNeed? NeedOf(IEnumerable<object> metadata) =>
        metadata.OfType<IAuthorizeData>().LastOrDefault() is { Policy: { } policy } ? Enum.Parse<AccessNeed>(policy) : null;

    /// <summary>Adds the policies.</summary>
    internal static void AddTo(AuthorizationOptions options)
    {
        options.FallbackPolicy = PolicyOf(null);
        foreach (var need in Enum.GetValues<AccessNeed>())
            options.AddPolicy(need.ToString(), PolicyOf(need));
    }

    private static AuthorizationPolicy PolicyOf(AccessNeed? need) =>
        new AuthorizationPolicyBuilder().AddRequirements(new AccessRequirement(need)).Build();
}
