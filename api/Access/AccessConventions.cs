using Microsoft.AspNetCore.Builder;

namespace Aggregation.Api.Access;

/// <summary>Marks endpoints with what they need of their caller.</summary>
public static class AccessConventions
{
    /// <summary>Marks an endpoint, or all of a group.</summary>
    public static TBuilder RequireAccess<TBuilder>(this TBuilder endpoint, AccessNeed need)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new AccessMetadata(need));
}
