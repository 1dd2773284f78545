using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Api.Access;
using Aggregation.Api.Audit;
using Aggregation.Api.Http;
using Aggregation.Contracts;
using Aggregation.Domain.Reports;
using Aggregation.Domain.Units;
using Aggregation.Ledger.Access;
using Aggregation.Ledger.Audit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Aggregation.Api.Keys;

/// <summary>
/// <c>POST /keys</c>, <c>GET /keys</c>, <c>POST /keys/{id}/rotate</c>, <c>DELETE /keys/{id}</c>: an admin key manages the keys of its own
/// subtree.
/// </summary>
public static class KeyEndpoints
{
    private const int MaxBodyLength = 16 * 1024;

    /// <summary>Maps the calls.</summary>
    public static IEndpointRouteBuilder MapKeys(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/keys", PostAsync)
            .WithName("MakeKey")
            .RequireAccess(AccessNeed.Administer)
            .Records(ActName.KeyMade)
            .Describe("Makes a key and shows it, this once", "Security")
            .TakesJson<KeyRequest>()
            .TakesQuery("edition", "The edition of the unit; the one that takes reports by default")
            .Produces<NewKey>(StatusCodes.Status201Created)
            .ProducesProblems(400, 401, 403, 408, 413, 415, 422, 429, 503);
        routes.MapGet("/keys", GetAsync)
            .WithName("GetKeys")
            .RequireAccess(AccessNeed.Administer)
            .Describe("Lists the keys of the caller's subtree, without the keys themselves", "Security")
            .TakesQuery("cursor", "Where the page begins: next of the page before")
            .TakesQuery("limit", "1 to 1000, by default 100")
            .Produces<KeyPage>()
            .ProducesProblems(400, 401, 403, 429, 503);
        routes.MapPost("/keys/{id}/rotate", RotateAsync)
            .WithName("RotateKey")
            .RequireAccess(AccessNeed.Administer)
            .Records(ActName.KeyRotated)
            .Describe("Makes a key that takes another one's place and shows it, this once; the other one stays good for some days "
                + "more", "Security")
            .TakesPath("id", "The public name of the key to replace")
            .TakesJson<KeyRotation>()
            .Produces<RotatedKey>(StatusCodes.Status201Created)
            .ProducesProblems(400, 401, 403, 404, 408, 409, 413, 415, 422, 429, 503);
        routes.MapDelete("/keys/{id}", DeleteAsync)
            .WithName("RevokeKey")
            .RequireAccess(AccessNeed.Administer)
            .Records(ActName.KeyRevoked)
            .Describe("Revokes a key at once", "Security")
            .TakesPath("id", "The key's public name")
            .TakesQuery("cascade", "true: revokes the keys that it made, and those that they made, as well")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblems(400, 401, 403, 404, 429, 503);
        return routes;
    }

    private static async Task<IResult> PostAsync(
        HttpContext context,
        AccessKeys keys,
        UnitRegistry registry,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var request = context.Request;
        if (RequestBody.CheckType(request, "application/json") is { } wrongType)
            return wrongType;
        using var body = await RequestBody.ReadAsync(request, MaxBodyLength);
        if (body is null)
            return RequestBody.TooLarge(MaxBodyLength);
        var query = new QueryParameters(request.Query, time, ["edition"]);
        if (query.Problem is { } badQuery)
            return badQuery;

        var faults = new List<Fault>();
        var input = KeyInputReader.Read(body.Bytes, faults);
        if (faults.Count > 0)
            return Problems.Create(StatusCodes.Status400BadRequest, ProblemCode.BadBody, faults);
        var name = query.Text("edition") ?? registry.ActiveName;
        if (registry.Find(name) is not { } edition)
            return Problems.BadQuery(
                "edition",
                name,
                string.Join(", ", registry.Editions.Select(loaded => loaded.Name).Order(StringComparer.Ordinal)));

        var caller = Caller.Of(context);
        var index = edition.IndexOf(input.Unit ?? "");
        var draft = ActDraft.Of(context);
        if (index >= 0)
            draft.On(edition.Name, input.Unit!);
        if (index >= 0 && !caller.MayAdminister(edition, index))
        {
            return new ProblemResult(
                StatusCodes.Status403Forbidden,
                ProblemCode.OutsideSubtree,
                [caller.Key!.Unit],
                [Fault.At("/unit", AccessFaultCode.OutsideSubtree, input.Unit!, caller.Key.Unit)]);
        }

        if (KeyInputReader.Validate(input, edition, MakerOf(caller, registry), ReportDay.Today(time), faults) is not { } wanted)
            return Problems.Create(StatusCodes.Status422UnprocessableEntity, ProblemCode.Invalid, faults);
        var (key, text) = await keys.MakeAsync(wanted, cancellationToken);
        draft.Target = key.Id;
        draft.Details = DetailsOf(key);
        return Results.Json(new NewKey(key.Edition, key.Id, text), WriteJson.Written.NewKey, statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> GetAsync(
        HttpContext context,
        AccessKeys keys,
        KeyUses uses,
        UnitRegistry registry,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var request = context.Request;
        // Other silos tell at once whom they let in no longer, but not whom they let in.
        await keys.RefreshAsync(cancellationToken);
        var query = new QueryParameters(request.Query, time, ["cursor", "limit"]);
        var limit = query.Limit();
        var mine = (await keys.ListAsync(cancellationToken)).Where(key => Manages(Caller.Of(context), key, registry)).ToList();
        var start = 0;
        if (PageCursor.Read(query, "keys", 1) is [var last])
        {
            // Keys are never forgotten, so the last one of the page before is still there.
            start = mine.FindIndex(key => string.Equals(key.Id, last, StringComparison.Ordinal)) + 1;
            if (start == 0)
                PageCursor.Refuse(query);
        }

        if (query.Problem is { } badQuery)
            return badQuery;
        var today = ReportDay.Today(time);
        var items = mine.Skip(start).Take(limit).Select(key => ToEntry(key, uses, today)).ToList();
        var next = start + items.Count < mine.Count ? PageCursor.Write("keys", items[^1].Id) : null;
        return Results.Json(new KeyPage(registry.ActiveName, items, next), AccessJson.Written.KeyPage);
    }

    private static async Task<IResult> RotateAsync(
        HttpContext context,
        string id,
        AccessKeys keys,
        UnitRegistry registry,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var request = context.Request;
        if (RequestBody.CheckType(request, "application/json") is { } wrongType)
            return wrongType;
        using var body = await RequestBody.ReadAsync(request, MaxBodyLength);
        if (body is null)
            return RequestBody.TooLarge(MaxBodyLength);
        if (new QueryParameters(request.Query, time, []).Problem is { } badQuery)
            return badQuery;

        var faults = new List<Fault>();
        var input = KeyRotationReader.Read(body.Bytes, faults);
        if (faults.Count > 0)
            return Problems.Create(StatusCodes.Status400BadRequest, ProblemCode.BadBody, faults);
        var caller = Caller.Of(context);
        if (await keys.FindAsync(id, cancellationToken) is not { } old || !Manages(caller, old, registry))
            return Unknown(context, id);
        var draft = ActDraft.Of(context).On(old.Edition, old.Unit, id);
        if (FindConflict(old, keys) is { } conflict)
            return conflict;
        var today = ReportDay.Today(time);
        if (KeyRotationReader.Validate(input, old, MakerOf(caller, registry), today, faults) is not { } wanted)
            return Problems.Create(StatusCodes.Status422UnprocessableEntity, ProblemCode.Invalid, faults);

        if (await keys.ReplaceAsync(old, wanted.LastDay, wanted.Successor, cancellationToken) is not var (key, text))
            return FindConflict((await keys.FindAsync(id, cancellationToken))!, keys)!;
        draft.Details = DetailsOf(key).Add("successor", key.Id);
        return Results.Json(
            new RotatedKey(key.Edition, key.Id, text, key.ExpiresOn, old.Id, wanted.LastDay),
            WriteJson.Written.RotatedKey,
            statusCode: StatusCodes.Status201Created);
    }

    private static IResult? FindConflict(AccessKey old, AccessKeys keys)
    {
        if (old.ReplacedBy is { } successor)
            return Problems.Create(StatusCodes.Status409Conflict, ProblemCode.KeyReplaced, old.Id, successor);
        if (!keys.IsGood(old))
            return Problems.Create(StatusCodes.Status409Conflict, ProblemCode.KeyEnded, old.Id);
        return old.Id.StartsWith(AccessKeys.ConfiguredPrefix, StringComparison.Ordinal)
            ? Problems.Create(StatusCodes.Status409Conflict, ProblemCode.KeyConfigured, old.Id)
            : null;
    }

    private static async Task<IResult> DeleteAsync(
        HttpContext context,
        string id,
        AccessKeys keys,
        IActStore acts,
        UnitRegistry registry,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var query = new QueryParameters(context.Request.Query, time, ["cascade"]);
        var isCascade = query.Flag("cascade");
        if (query.Problem is { } badQuery)
            return badQuery;
        var caller = Caller.Of(context);
        var key = await keys.FindAsync(id, cancellationToken);
        if (key is null || !Manages(caller, key, registry))
            return Unknown(context, id);
        var draft = ActDraft.Of(context).On(key.Edition, key.Unit, id);
        draft.Details = DetailsOf(key);
        await keys.RevokeAsync(id, cancellationToken);
        if (isCascade)
            draft.Figures = draft.Figures.Add("cascaded", await CascadeAsync(context, key, keys, acts, registry, time));
        return Results.NoContent();
    }

    // Of those it made, and those they made, the ones that the caller may manage: a key of another area has its own admins. Nobody's
    // leaving ends it half way.
    private static async Task<int> CascadeAsync(
        HttpContext context,
        AccessKey maker,
        AccessKeys keys,
        IActStore acts,
        UnitRegistry registry,
        TimeProvider time)
    {
        await keys.RefreshAsync(CancellationToken.None);
        var madeBy = (await keys.ListAsync(CancellationToken.None)).Where(key => key.MadeBy is not null).ToLookup(
            key => key.MadeBy!,
            StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal) { maker.Id };
        var waiting = new Queue<string>(seen);
        var revoked = 0;
        while (waiting.TryDequeue(out var id))
        {
            foreach (var key in madeBy[id].Where(key => seen.Add(key.Id)))
            {
                waiting.Enqueue(key.Id);
                if (key.RevokedAt is not null || !Manages(Caller.Of(context), key, registry))
                    continue;
                await keys.RevokeAsync(key.Id, CancellationToken.None);
                await acts.RecordAsync(CascadeOf(context, key, time), CancellationToken.None);
                revoked++;
            }
        }

        return revoked;
    }

    private static AdministrativeAct CascadeOf(HttpContext context, AccessKey key, TimeProvider time) => new()
    {
        At = time.GetUtcNow(),
        Act = ActName.KeyRevoked,
        Key = Caller.Of(context).Key!.Id,
        Edition = key.Edition,
        Unit = key.Unit,
        Target = key.Id,
        RequestId = context.TraceIdentifier,
        Address = SenderAddress.Whole(context),
        Details = DetailsOf(key),
    };

    // Whoever asks for a key of others is told that there is none, and the audit that somebody asked.
    private static IResult Unknown(HttpContext context, string id)
    {
        var key = Caller.Of(context).Key!;
        ActDraft.Of(context).On(key.Edition, key.Unit, Shown(id));
        return Problems.Create(StatusCodes.Status404NotFound, ProblemCode.UnknownKey, id);
    }

    private static string Shown(string id) => id.Length > 64 ? string.Concat(id.AsSpan(0, 64), "…") : id;

    private static KeyMaker MakerOf(Caller caller, UnitRegistry registry) => new(caller.Key!, caller.MayAdminister(registry.Active, 0));

    private static ImmutableSortedDictionary<string, string> DetailsOf(AccessKey key)
    {
        var details = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("role", AccessRoles.NameOf(key.Role));
        return key.ExpiresOn is { } last ? details.Add("expiresOn", DayText.Format(last)) : details;
    }

    // A key whose unit is gone (a simulated one, before the real list came), or its whole edition, is left to the nation.
    private static bool Manages(Caller caller, AccessKey key, UnitRegistry registry) => registry.Find(key.Edition) is { } edition
        ? caller.MayAdminister(edition, Math.Max(0, edition.IndexOf(key.Unit)))
        : caller.MayAdminister(registry.Active, 0);

    private static KeyEntry ToEntry(AccessKey key, KeyUses uses, DateOnly today) => new()
    {
        Id = key.Id,
        Edition = key.Edition,
        Unit = key.Unit,
        Role = AccessRoles.NameOf(key.Role),
        Note = key.Note,
        ExpiresOn = key.ExpiresOn,
        CreatedAt = key.CreatedAt,
        RevokedAt = key.RevokedAt,
        State = KeyExpiry.StateOf(key, today),
        ReplacedBy = key.ReplacedBy,
        MadeBy = key.MadeBy,
        LastUsedAt = uses.LastUseOf(key),
    };
}
