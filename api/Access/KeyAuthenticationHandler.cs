using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Threading.Tasks;
using Aggregation.Api.Http;
using Aggregation.Ledger.Access;
using Aggregation.Ledger.Audit;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Aggregation.Api.Access;

/// <summary>
/// Finds out by a key, sent itself or through a session's cookie, who sends a request, leaves a <see cref="Caller"/> with it, and answers
/// those who may not. A key that is wrong is refused even where none is needed: its sender believes it to be good.
/// </summary>
/// <param name="options">Of every scheme.</param>
/// <param name="loggers">Of every scheme.</param>
/// <param name="encoder">Of every scheme.</param>
/// <param name="keys">The keys.</param>
/// <param name="sessions">The sessions.</param>
/// <param name="wrongKeys">Counts the keys that are wrong.</param>
/// <param name="uses">Where it is noted that a key was used.</param>
/// <param name="publicReads">Whether reads are open.</param>
/// <param name="doorActs">Where it is recorded that an administrative act was refused.</param>
public sealed class KeyAuthenticationHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    AccessKeys keys,
    AccessSessions sessions,
    WrongKeyLimit wrongKeys,
    KeyUses uses,
    PublicReads publicReads,
    DoorActs doorActs)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    /// <summary>The scheme's name.</summary>
    public const string SchemeName = "key";

    /// <summary>The <c>WWW-Authenticate</c> of an answer to a request without a key.</summary>
    public const string Realm = "Bearer realm=\"aggregation\"";

    private const string Bearer = "Bearer ";

    /// <inheritdoc/>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        // Health carries no caller and is never limited.
        if (Request.Path.StartsWithSegments("/health", System.StringComparison.Ordinal))
            return AuthenticateResult.NoResult();

        var caller = await FindCallerAsync();
        caller.Attach(Context);
        if (caller.Key is { } key)
        {
            uses.Note(key.Id);
            KeyExpiry.Warn(Context, key, TimeProvider);
        }

        if (caller.Refusal is { } refusal)
            return AuthenticateResult.Fail(refusal.Code);
        return caller.Key is { } known ? AuthenticateResult.Success(TicketOf(known)) : AuthenticateResult.NoResult();
    }

    /// <inheritdoc/>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties) =>
        RefuseAsync(Caller.Of(Context).Refusal ?? wrongKeys.Count(Context) ?? Unauthorized(ProblemCode.NoKey));

    /// <inheritdoc/>
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        string[] roles = [AccessRoles.NameOf(Caller.Of(Context).Key!.Role), AccessRoles.NameOf(AccessRole.Admin)];
        return RefuseAsync(new ProblemResult(StatusCodes.Status403Forbidden, ProblemCode.WrongRole, roles, []));
    }

    private AuthenticationTicket TicketOf(AccessKey key)
    {
        Claim[] claims = [new(ClaimTypes.NameIdentifier, key.Id), new(ClaimTypes.Role, AccessRoles.NameOf(key.Role))];
        return new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme.Name)), Scheme.Name);
    }

    private async Task RefuseAsync(ProblemResult refusal)
    {
        if (refusal.StatusCode is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden
            && Context.GetEndpoint()?.Metadata.GetMetadata<ActMetadata>() is { } act)
        {
            await (Caller.Of(Context).Key is { } key
                ? doorActs.RecordAsync(Context, act.Act, ActOutcome.Refused, key)
                : doorActs.RefuseStrangerAsync(Context, act.Act, target: null));
        }

        if (refusal.StatusCode == StatusCodes.Status401Unauthorized)
            Response.Headers.WWWAuthenticate = Request.Headers.Authorization.Count > 0 ? Realm + ", error=\"invalid_token\"" : Realm;
        await refusal.ExecuteAsync(Context);
    }

    private async ValueTask<Caller> FindCallerAsync()
    {
        if (Request.Headers.Authorization is { Count: > 0 } authorization)
        {
            var text = TokenOf(authorization.ToString());
            if (text is not null && await keys.RecogniseAsync(text, Context.RequestAborted) is { } known)
                return Of(known);
            if (wrongKeys.Count(Context) is { } tooMany)
                return Nobody(tooMany);
            return text is not null && await keys.AuthenticateAsync(text, Context.RequestAborted) is { } key
                ? Of(key)
                : Nobody(Unauthorized(ProblemCode.BadKey));
        }

        if (SessionCookie.Read(Request) is not { } token || AccessPolicy.NeedOf(Context) == AccessNeed.Nothing)
            return Nobody(null);
        if (await sessions.RecogniseAsync(token, Context.RequestAborted) is { } open)
            return Of(open);
        if (wrongKeys.Count(Context) is { } tooManyCookies)
            return Nobody(tooManyCookies);
        if (await sessions.AuthenticateAsync(token, Context.RequestAborted) is { } begun)
            return Of(begun);
        SessionCookie.Clear(Context);
        return Nobody(Unauthorized(ProblemCode.BadKey));
    }

    private Caller Of((AccessKey Key, AccessSession Session) found) =>
        Of(found.Key, found.Session) with { Refusal = RequestOrigin.IsWrite(Request) ? RequestOrigin.Check(Request) : null };

    private Caller Of(AccessKey key, AccessSession? session = null) => new(key, publicReads.Allow(Context), key.Id, session);

    private Caller Nobody(ProblemResult? refusal) =>
        new(null, publicReads.Allow(Context), SenderAddress.Of(Context)) { Refusal = refusal };

    private static string? TokenOf(string authorization)
    {
        if (authorization.Length > Bearer.Length + KeyText.MaxLength
            || !authorization.StartsWith(Bearer, System.StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var token = authorization[Bearer.Length..].Trim();
        return token.Length == 0 || token.Contains(' ', System.StringComparison.Ordinal) ? null : token;
    }

    private static ProblemResult Unauthorized(string code) => new(StatusCodes.Status401Unauthorized, code, [], []);
}
