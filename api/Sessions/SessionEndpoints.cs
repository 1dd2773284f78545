using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Api.Access;
using Aggregation.Api.Http;
using Aggregation.Contracts;
using Aggregation.Domain.Reports;
using Aggregation.Domain.Units;
using Aggregation.Ledger.Access;
using Aggregation.Ledger.Audit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Aggregation.Api.Sessions;

/// <summary>
/// <c>POST /session</c>, <c>GET /session</c> and <c>DELETE /session</c>: signing in with a browser, asking who one is, signing out.
/// </summary>
public static class SessionEndpoints
{
    private const int MaxBodyLength = 16 * 1024;

    private static readonly FieldNames Fields = new("key");

    /// <summary>Maps the calls.</summary>
    public static IEndpointRouteBuilder MapSession(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/session", PostAsync)
            .WithName("BeginSession")
            .RequireAccess(AccessNeed.Nothing)
            .Describe("Signs in with a key and sends a session cookie, good for twelve hours", "Security")
            .TakesJson<SessionRequest>()
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblems(400, 401, 403, 408, 413, 415, 429, 503);
        routes.MapGet("/session", Get)
            .WithName("GetSession")
            .RequireAccess(AccessNeed.Identity)
            .Describe("Says who asks, by key or by session; without either, whether reads are open", "Security")
            .Produces<SessionAnswer>()
            .ProducesProblems(400, 401, 429, 503);
        routes.MapDelete("/session", DeleteAsync)
            .WithName("EndSession")
            .RequireAccess(AccessNeed.Nothing)
            .Describe("Signs out", "Security")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblems(401, 403, 429, 503);
        return routes;
    }

    private static async Task<IResult> PostAsync(
        HttpContext context,
        AccessKeys keys,
        AccessSessions sessions,
        WrongKeyLimit wrongKeys,
        KeyUses uses,
        DoorActs doorActs,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var request = context.Request;
        if (request.Headers.Origin.Count > 0 && RequestOrigin.Check(request) is { } wrongOrigin)
            return wrongOrigin;
        if (RequestBody.CheckType(request, "application/json") is { } wrongType)
            return wrongType;
        using var body = await RequestBody.ReadAsync(request, MaxBodyLength);
        if (body is null)
            return RequestBody.TooLarge(MaxBodyLength);
        if (new QueryParameters(request.Query, time, []).Problem is { } badQuery)
            return badQuery;

        var faults = new List<Fault>();
        string? text = null;
        StrictJson.ReadBody(body.Bytes, faults, (ref StrictJson json) => text = Read(ref json));
        if (faults.Count > 0)
            return Problems.Create(StatusCodes.Status400BadRequest, ProblemCode.BadBody, faults);
        var key = await keys.RecogniseAsync(text!, cancellationToken);
        if (key is null && wrongKeys.Count(context) is { } tooMany)
            return tooMany;
        key ??= await keys.AuthenticateAsync(text!, cancellationToken);
        if (key is null)
        {
            var named = KeyText.IdOf(text!) is { } id ? await keys.FindAsync(id, cancellationToken) : null;
            await doorActs.RefuseStrangerAsync(context, ActName.SignedIn, named?.Id);
            context.Response.Headers.WWWAuthenticate = KeyAuthenticationHandler.Realm;
            return Problems.Create(StatusCodes.Status401Unauthorized, ProblemCode.BadKey);
        }

        uses.Note(key.Id);
        await doorActs.RecordAsync(context, ActName.SignedIn, ActOutcome.Done, key);
        SessionCookie.Write(context, await sessions.BeginAsync(key, cancellationToken));
        return Results.NoContent();
    }

    private static IResult Get(HttpContext context, UnitRegistry registry, TimeProvider time)
    {
        if (new QueryParameters(context.Request.Query, time, []).Problem is { } badQuery)
            return badQuery;
        var caller = Caller.Of(context);
        var answer = caller.Key is { } key
            ? new SessionAnswer(key.Edition, key.Unit, AccessRoles.NameOf(key.Role), key.Id, key.ExpiresOn)
            : new SessionAnswer(registry.ActiveName, caller.ReadsAnything ? registry.Active.Units[0].Code : null, null, null, null);
        return Results.Json(answer, AccessJson.Written.SessionAnswer);
    }

    private static async Task<IResult> DeleteAsync(HttpContext context, AccessSessions sessions, CancellationToken cancellationToken)
    {
        if (SessionCookie.Read(context.Request) is not { } token)
            return Results.NoContent();
        if (RequestOrigin.Check(context.Request) is { } wrongOrigin)
            return wrongOrigin;
        await sessions.EndAsync(token, cancellationToken);
        SessionCookie.Clear(context);
        return Results.NoContent();
    }

    private static string? Read(ref StrictJson json)
    {
        if (!json.TryEnterObject(out var scope))
            return null;
        string? key = null;
        var seen = 0;
        while (json.TryNextField(scope, Fields, ref seen, out _))
            key = json.ReadString();
        if (seen == 0)
            json.AddMissing("key");
        return key;
    }
}
