using System;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Ledger;
using Aggregation.RollUps;
using Aggregation.Security;
using Aggregation.Units;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Aggregation.Api;

/// <summary>
/// What every reading call has in common, in one place: who may read (401, 403), which parameters there are (400),
/// which edition and unit are meant (400, 404), and what is answered when the ledger cannot be read (503).
/// </summary>
public static class ReadRoutes
{
    /// <summary>Maps a reading call on an edition.</summary>
    /// <param name="routes">Where.</param>
    /// <param name="pattern">The path.</param>
    /// <param name="parameters">The names of its query parameters besides <c>edition</c>.</param>
    /// <param name="answer">What answers it.</param>
    public static IEndpointConventionBuilder MapRead(this IEndpointRouteBuilder routes, string pattern, string[] parameters, Func<ReadRequest, Task<IResult>> answer)
    {
        string[] known = [.. parameters, "edition"];
        return routes.MapGet(pattern, Answering(context => ReadAsync(context, known, null, answer)));
    }

    /// <summary>Maps a reading call on a unit; <paramref name="pattern"/> holds <c>{code}</c>.</summary>
    /// <param name="routes">Where.</param>
    /// <param name="pattern">The path.</param>
    /// <param name="parameters">The names of its query parameters besides <c>edition</c>.</param>
    /// <param name="answer">What answers it.</param>
    public static IEndpointConventionBuilder MapUnitRead(this IEndpointRouteBuilder routes, string pattern, string[] parameters, Func<UnitRequest, Task<IResult>> answer)
    {
        string[] known = [.. parameters, "edition"];
        return routes.MapGet(pattern, Answering(context => ReadAsync(context, known, null, request => ReadUnitAsync(request, answer))));
    }

    /// <summary>Maps a reading call whose query names several units.</summary>
    /// <param name="routes">Where.</param>
    /// <param name="pattern">The path.</param>
    /// <param name="repeatable">The parameter that names a unit and may be repeated.</param>
    /// <param name="answer">What answers it.</param>
    public static IEndpointConventionBuilder MapUnitsRead(this IEndpointRouteBuilder routes, string pattern, string repeatable, Func<ReadRequest, Task<IResult>> answer)
    {
        string[] known = [repeatable, "edition"];
        return routes.MapGet(pattern, Answering(context => ReadAsync(context, known, repeatable, answer)));
    }

    /// <summary>Finds a unit for a request, or the answer that refuses it.</summary>
    public static (int Index, IResult? Refusal) Find(ReadRequest request, string code)
    {
        ArgumentNullException.ThrowIfNull(request);
        var index = request.Edition.IndexOf(code);
        if (index < 0)
            return (index, Problems.Create(StatusCodes.Status404NotFound, ProblemCode.UnknownUnit, Shown(code), request.Edition.Name));
        return (index, request.Caller.MayRead(request.Edition, index) ? null : Problems.Create(StatusCodes.Status403Forbidden, ProblemCode.OutsideSubtree, request.Caller.Key!.Unit));
    }

    private static RequestDelegate Answering(Func<HttpContext, Task<IResult>> read) => context => AnswerAsync(context, read);

    private static async Task AnswerAsync(HttpContext context, Func<HttpContext, Task<IResult>> read)
    {
        IResult result;
        try
        {
            result = await read(context);
        }
        catch (UnknownUnitException)
        {
            // An import took the unit away between the look into the registry and the call.
            result = Problems.Create(StatusCodes.Status404NotFound, ProblemCode.UnknownUnit, Shown(context.Request.RouteValues["code"] as string ?? ""), context.Request.Query["edition"].ToString());
        }
        catch (Exception exception) when (exception is LedgerUnavailableException or TimeoutException && !context.RequestAborted.IsCancellationRequested)
        {
            result = Problems.Create(StatusCodes.Status503ServiceUnavailable, ProblemCode.Unavailable);
            context.Response.Headers.RetryAfter = "1";
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }

        await result.ExecuteAsync(context);
    }

    private static Task<IResult> ReadAsync(HttpContext context, string[] known, string? repeatable, Func<ReadRequest, Task<IResult>> answer)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (Caller.Of(context) is { Key: null, ReadsAnything: false })
            return Task.FromResult(Problems.Create(StatusCodes.Status401Unauthorized, ProblemCode.NoKey));

        var services = context.RequestServices;
        var query = new QueryParameters(context.Request.Query, services.GetRequiredService<TimeProvider>(), known, repeatable);
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
        return refusal is not null ? Task.FromResult(refusal) : answer(new UnitRequest(request.Context, request.Query, request.Edition, index));
    }

    private static string Shown(string code) => code.Length > 64 ? string.Concat(code.AsSpan(0, 64), "…") : code;
}
