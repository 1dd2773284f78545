using System;
using System.Threading.Tasks;
using Aggregation.Api.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;

namespace Aggregation.Api.Reading;

/// <summary>
/// What every reading call has in common, in one place: which parameters there are (400),
/// which edition and unit are meant (400, 404), and whether the caller may read the unit (403).
/// </summary>
public static class ReadRoutes
{
    /// <summary>
    /// Maps a reading call on an edition (its handler takes a <see cref="ReadRequest"/>) or on a unit (<see cref="UnitRequest"/>).
    /// </summary>
    /// <param name="routes">Where.</param>
    /// <param name="pattern">The path; of a call on a unit it holds <c>{code}</c>.</param>
    /// <param name="parameters">The names of its query parameters besides <c>edition</c>.</param>
    /// <param name="handler">What answers it.</param>
    /// <param name="repeatable">The parameter that may be repeated; null for none.</param>
    public static RouteHandlerBuilder MapRead(
        this IEndpointRouteBuilder routes,
        string pattern,
        string[] parameters,
        Delegate handler,
        string? repeatable = null)
    {
        string[] known = [.. parameters, "edition"];
        var endpoint = routes.MapGet(pattern, handler)
            .WithMetadata(new ReadMetadata(known, repeatable))
            .AddEndpointFilter(RefuseAsync)
            .ProducesProblems(400, 401, 403, 404, 429, 503);
        if (pattern.Contains("{code}", StringComparison.Ordinal))
            endpoint.TakesCode();
        foreach (var name in known)
            endpoint.TakesQuery(name, ReadParameters.Describe(name));
        return endpoint;
    }

    /// <summary>Finds a unit for a request, or the answer that refuses it.</summary>
    public static (int Index, IResult? Refusal) Find(ReadRequest request, string code)
    {
        ArgumentNullException.ThrowIfNull(request);
        var index = request.Edition.IndexOf(code);
        if (index < 0)
            return (index, Problems.Create(StatusCodes.Status404NotFound, ProblemCode.UnknownUnit, Shown(code), request.Edition.Name));
        return (index, request.Caller.MayRead(request.Edition, index)
            ? null
            : Problems.Create(StatusCodes.Status403Forbidden, ProblemCode.OutsideSubtree, request.Caller.Key!.Unit));
    }

    private static ValueTask<object?> RefuseAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        foreach (var argument in invocation.Arguments)
        {
            if (argument is ReadRequest { Refusal: { } refusal })
                return ValueTask.FromResult<object?>(refusal);
        }

        return next(invocation);
    }

    private static string Shown(string code) => code.Length > 64 ? string.Concat(code.AsSpan(0, 64), "…") : code;

    private static void TakesCode(this RouteHandlerBuilder endpoint) => endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = "code",
            In = ParameterLocation.Path,
            Required = true,
            Description = "The unit's code within the edition",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            Example = ApiExamples.Of("", "code"),
        });
        return Task.CompletedTask;
    });
}
