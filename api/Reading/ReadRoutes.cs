using System;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Api.Health;
using Aggregation.Api.Http;
using Aggregation.Domain.Units;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Aggregation.Api.Reading;

/// <summary>
/// What every reading call has in common, in one place: which parameters there are (400),
/// which edition and unit are meant (400, 404), and whether the caller may read the unit (403).
/// </summary>
public static class ReadRoutes
{
    /// <summary>Maps a reading call on an edition.</summary>
    /// <param name="routes">Where.</param>
    /// <param name="pattern">The path.</param>
    /// <param name="parameters">The names of its query parameters besides <c>edition</c>.</param>
    /// <param name="answer">What answers it.</param>
    public static RouteHandlerBuilder MapRead(
        this IEndpointRouteBuilder routes,
        string pattern,
        string[] parameters,
        Func<ReadRequest, Task<IResult>> answer) =>
        Map(routes, pattern, [.. parameters, "edition"], null, answer);

    /// <summary>Maps a reading call on a unit; <paramref name="pattern"/> holds <c>{code}</c>.</summary>
    /// <param name="routes">Where.</param>
    /// <param name="pattern">The path.</param>
    /// <param name="parameters">The names of its query parameters besides <c>edition</c>.</param>
    /// <param name="answer">What answers it.</param>
    public static RouteHandlerBuilder MapUnitRead(
        this IEndpointRouteBuilder routes,
        string pattern,
        string[] parameters,
        Func<UnitRequest, Task<IResult>> answer) =>
        Map(routes, pattern, [.. parameters, "edition"], null, request => ReadUnitAsync(request, answer));

    /// <summary>Maps a reading call whose query names several units.</summary>
    /// <param name="routes">Where.</param>
    /// <param name="pattern">The path.</param>
    /// <param name="repeatable">The parameter that names a unit and may be repeated.</param>
    /// <param name="answer">What answers it.</param>
    public static RouteHandlerBuilder MapUnitsRead(
        this IEndpointRouteBuilder routes,
        string pattern,
        string repeatable,
        Func<ReadRequest, Task<IResult>> answer) =>
        Map(routes, pattern, [repeatable, "edition"], repeatable, answer);

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

    private static RouteHandlerBuilder Map(
        IEndpointRouteBuilder routes,
        string pattern,
        string[] known,
        string? repeatable,
        Func<ReadRequest, Task<IResult>> answer)
    {
        Delegate read = (HttpContext context) => ReadAsync(context, known, repeatable, answer);
        var endpoint = routes.MapGet(pattern, read).ProducesProblems(400, 401, 403, 404, 429, 503);
        if (pattern.Contains("{code}", StringComparison.Ordinal))
            endpoint.TakesCode();
        foreach (var name in known)
            endpoint.TakesQuery(name, ReadParameters.Describe(name));
        return endpoint;
    }

    private static Task<IResult> ReadAsync(HttpContext context, string[] known, string? repeatable, Func<ReadRequest, Task<IResult>> answer)
    {
        var query = new QueryParameters(
            context.Request.Query,
            context.RequestServices.GetRequiredService<TimeProvider>(),
            known,
            repeatable);
        return query.IsBeyondLatest("knownAt") ? ReadBeyondAsync(context, query, answer) : ReadAsync(context, query, answer);
    }

    // After a clock that ran ahead, rows are dated later than now, and who fixes figures that have them names their instant.
    private static async Task<IResult> ReadBeyondAsync(HttpContext context, QueryParameters query, Func<ReadRequest, Task<IResult>> answer)
    {
        query.Latest = await context.RequestServices.GetRequiredService<LedgerClock>().ReadLatestAsync(context.RequestAborted);
        return await ReadAsync(context, query, answer);
    }

    private static Task<IResult> ReadAsync(HttpContext context, QueryParameters query, Func<ReadRequest, Task<IResult>> answer)
    {
        var services = context.RequestServices;
        var registry = services.GetRequiredService<UnitRegistry>();
        var name = query.Text("edition");
        var edition = registry.Find(name ?? registry.ActiveName);
        if (edition is null)
            query.Fail("edition", name, string.Join(", ", registry.Editions.Select(loaded => loaded.Name).Order(StringComparer.Ordinal)));
        return query.Problem is { } problem ? Task.FromResult(problem) : answer(new ReadRequest(context, query, edition!));
    }

    private static Task<IResult> ReadUnitAsync(ReadRequest request, Func<UnitRequest, Task<IResult>> answer)
    {
        var (index, refusal) = Find(request, (string)request.Context.Request.RouteValues["code"]!);
        return refusal is not null
            ? Task.FromResult(refusal)
            : answer(new UnitRequest(request.Context, request.Query, request.Edition, index));
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
