using System;
using System.Threading.Tasks;
using Aggregation.Api.Http;
using Aggregation.Ledger.Access;
using Aggregation.Ledger.Audit;
using Microsoft.AspNetCore.Http;

namespace Aggregation.Api.Access;

/// <summary>
/// Finds out who sends a request and leaves a <see cref="Caller"/> with it. A key that is wrong is refused even where
/// none is needed: its sender believes it to be good.
/// </summary>
/// <param name="next">What follows.</param>
/// <param name="keys">The keys.</param>
/// <param name="sessions">The sessions.</param>
/// <param name="wrongKeys">Counts the keys that are wrong.</param>
/// <param name="uses">Where it is noted that a key was used.</param>
/// <param name="publicReads">Whether reads are open.</param>
/// <param name="doorActs">Where it is recorded that an administrative act was refused.</param>
/// <param name="time">The clock.</param>
public sealed class Authentication(RequestDelegate next, AccessKeys keys, AccessSessions sessions, WrongKeyLimit wrongKeys, KeyUses uses, PublicReads publicReads, DoorActs doorActs, TimeProvider time)
{
    /// <summary>The <c>WWW-Authenticate</c> of an answer to a request without a key.</summary>
    public const string Challenge = "Bearer realm=\"aggregation\"";

    private const string Scheme = "Bearer ";

    /// <summary>Handles a request.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal))
        {
            await next(context);
            return;
        }

        var need = NeedOf(context);
        var (caller, refusal) = await FindCallerAsync(context, need);
        if (caller.Key is { } key)
        {
            uses.Note(key.Id);
            KeyExpiry.Warn(context, key, time);
        }

        refusal ??= FindRefusal(context, need, caller);
        if (refusal is not null)
        {
            await RecordAsync(context, refusal, caller);
            if (refusal.StatusCode == StatusCodes.Status401Unauthorized)
                context.Response.Headers.WWWAuthenticate = context.Request.Headers.Authorization.Count > 0 ? Challenge + ", error=\"invalid_token\"" : Challenge;
            await refusal.ExecuteAsync(context);
            return;
        }

        caller.Attach(context);
        await next(context);
    }

    private Task RecordAsync(HttpContext context, ProblemResult refusal, Caller caller)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<ActMetadata>() is not { } act || refusal.StatusCode is not (StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden))
            return Task.CompletedTask;
        return caller.Key is { } key ? doorActs.RecordAsync(context, act.Act, ActOutcome.Refused, key) : doorActs.RefuseStrangerAsync(context, act.Act, target: null);
    }

    private static AccessNeed NeedOf(HttpContext context)
    {
        if (context.GetEndpoint() is not { } endpoint)
            return AccessNeed.Nothing;
        return endpoint.Metadata.GetMetadata<AccessMetadata>()?.Need
            ?? (context.Request.Path.StartsWithSegments(ApiPath.Root, StringComparison.OrdinalIgnoreCase) ? AccessNeed.Read : AccessNeed.Nothing);
    }

    private async ValueTask<(Caller Caller, ProblemResult? Refusal)> FindCallerAsync(HttpContext context, AccessNeed need)
    {
        if (context.Request.Headers.Authorization is { Count: > 0 } authorization)
        {
            var text = TokenOf(authorization.ToString());
            if (text is not null && await keys.RecogniseAsync(text, context.RequestAborted) is { } known)
                return (Of(context, known), null);
            if (wrongKeys.Count(context) is { } tooMany)
                return (Nobody(context), tooMany);
            return text is not null && await keys.AuthenticateAsync(text, context.RequestAborted) is { } key
                ? (Of(context, key), null)
                : (Nobody(context), Unauthorized(ProblemCode.BadKey));
        }

        if (need == AccessNeed.Nothing || SessionCookie.Read(context.Request) is not { } token)
            return (Nobody(context), null);
        if (await sessions.RecogniseAsync(token, context.RequestAborted) is { } open)
            return Of(context, open);
        if (wrongKeys.Count(context) is { } tooManyCookies)
            return (Nobody(context), tooManyCookies);
        if (await sessions.AuthenticateAsync(token, context.RequestAborted) is not { } begun)
        {
            SessionCookie.Clear(context);
            return (Nobody(context), Unauthorized(ProblemCode.BadKey));
        }

        return Of(context, begun);
    }

    private (Caller Caller, ProblemResult? Refusal) Of(HttpContext context, (AccessKey Key, AccessSession Session) found) =>
        (Of(context, found.Key, found.Session), RequestOrigin.IsWrite(context.Request) ? RequestOrigin.Check(context.Request) : null);

    private Caller Of(HttpContext context, AccessKey key, AccessSession? session = null) => new(key, publicReads.Allow(context), key.Id, session);

    private Caller Nobody(HttpContext context) => new(null, publicReads.Allow(context), SenderAddress.Of(context));

    private ProblemResult? FindRefusal(HttpContext context, AccessNeed need, Caller caller)
    {
        if (need is AccessNeed.Nothing or AccessNeed.Identity || (need == AccessNeed.Read && caller.ReadsAnything))
            return null;
        if (caller.Key is not { } key)
            return wrongKeys.Count(context) ?? Unauthorized(ProblemCode.NoKey);
        return need == AccessNeed.Administer && key.Role != AccessRole.Admin
            ? new ProblemResult(StatusCodes.Status403Forbidden, ProblemCode.WrongRole, [AccessRoles.NameOf(key.Role), AccessRoles.NameOf(AccessRole.Admin)], [])
            : null;
    }

    private static string? TokenOf(string authorization)
    {
        if (authorization.Length > Scheme.Length + KeyText.MaxLength || !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return null;
        var token = authorization[Scheme.Length..].Trim();
        return token.Length == 0 || token.Contains(' ', StringComparison.Ordinal) ? null : token;
    }

    private static ProblemResult Unauthorized(string code) => new(StatusCodes.Status401Unauthorized, code, [], []);
}
