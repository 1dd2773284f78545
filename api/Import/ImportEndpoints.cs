using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Unicode;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Api.Access;
using Aggregation.Api.Audit;
using Aggregation.Api.Http;
using Aggregation.Contracts;
using Aggregation.Domain.Catalogue;
using Aggregation.Domain.Import;
using Aggregation.Domain.Units;
using Aggregation.Grains.Import;
using Aggregation.Ledger.Audit;
using Aggregation.Ledger.Units;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Orleans;

namespace Aggregation.Api.Import;

/// <summary><c>POST /units/import</c>.</summary>
public static class ImportEndpoints
{
    /// <summary>The longest file, in bytes.</summary>
    public const int MaxFileLength = 16 * 1024 * 1024;

    private const int MaxEditionLength = 16;

    /// <summary>Maps the call.</summary>
    public static IEndpointRouteBuilder MapImport(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/units/import", PostAsync)
            .WithName("ImportUnits")
            .RequireAccess(AccessNeed.Administer)
            .Records(ActName.UnitsImported)
            .Describe("Adds and renames units from a list as CSV, all or none", "Units")
            .TakesText("text/csv")
            .TakesQuery("edition", "The edition the list belongs to; the one that takes reports by default")
            .TakesQuery(
                "allow",
                "moves: units may change their parent; renames: more than 1 % of the edition may change; may be given twice")
            .Produces<ImportReceipt>()
            .ProducesProblems(400, 401, 403, 408, 409, 413, 415, 422, 429, 503);
        return routes;
    }

    private static async Task<IResult> PostAsync(
        HttpContext context,
        IGrainFactory grains,
        UnitRegistry registry,
        StoredUnits stored,
        IndicatorCatalogue catalogue,
        TimeProvider time,
        IHostApplicationLifetime lifetime)
    {
        var request = context.Request;
        if (FindRefusal(context, registry) is { } refusal)
            return refusal;
        var draft = ActDraft.Of(context);
        if (RequestBody.CheckType(request, "text/csv", "application/octet-stream", "text/plain") is { } wrongType)
            return wrongType;
        using var body = await RequestBody.ReadAsync(request, MaxFileLength);
        if (body is null)
            return RequestBody.TooLarge(MaxFileLength);

        var query = new QueryParameters(request.Query, time, ["edition", "allow"], "allow");
        var edition = ReadEdition(query) ?? registry.ActiveName;
        var allowed = query.Texts("allow");
        if (Array.Find(allowed, text => text is not ("moves" or "renames")) is { } unknown)
            query.Fail("allow", unknown, "moves, renames");
        if (query.Problem is { } badQuery)
            return badQuery;
        if (!Utf8.IsValid(body.Bytes))
            return Problems.Create(
                StatusCodes.Status400BadRequest,
                ProblemCode.NotUtf8,
                LineOfFirstInvalid(body.Bytes).ToString(CultureInfo.InvariantCulture));

        using var reading = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        draft.On(edition, registry.Active.Units[0].Code);
        var faults = new List<ImportFault>();
        var rows = UnitListFile.Read(Encoding.UTF8.GetString(body.Bytes), faults, reading.Token);
        if (rows.IsEmpty && faults.Count == 0)
            faults.Add(ImportFault.At(0, ImportFaultCode.NoRows));
        if (rows.IsEmpty)
            return Refused(faults);

        var list = new UnitList(
            edition,
            rows,
            allowed.Contains("moves", StringComparer.Ordinal),
            allowed.Contains("renames", StringComparer.Ordinal))
        {
            Origin = new ImportOrigin(Caller.Of(context).Key?.Id, context.TraceIdentifier, SenderAddress.Whole(context)),
        };
        return faults.Count > 0
            ? RefuseUnreadable(catalogue, registry, list, faults)
            : await ImportAsync(draft, grains, stored, catalogue, list);
    }

    private static async Task<IResult> ImportAsync(
        ActDraft draft,
        IGrainFactory grains,
        StoredUnits stored,
        IndicatorCatalogue catalogue,
        UnitList list)
    {
        ImportOutcome outcome;
        try
        {
            outcome = await grains.GetGrain<IRegistryGrain>(IRegistryGrain.Key).Import(list);
        }
        catch (StaleEditionException)
        {
            return Problems.Create(StatusCodes.Status409Conflict, ProblemCode.ImportRaced);
        }

        if (outcome.LedgerInUse)
            return Problems.Create(StatusCodes.Status409Conflict, ProblemCode.LedgerInUse);
        if (!outcome.Faults.IsEmpty)
            return Refused(outcome.Faults);
        draft.Figures = draft.Figures.Add("added", outcome.Added).Add("renamed", outcome.Renamed);
        draft.IsRecorded = outcome.IsRecorded;
        // It may have run in another silo; who was told of its success may report for its units here.
        await stored.CatchUpAsync(list.Edition, CancellationToken.None);
        var levels = catalogue.Levels.Zip(outcome.Levels)
            .Where(level => level.Second > 0)
            .ToDictionary(level => level.First.Id, level => level.Second, StringComparer.Ordinal);
        return Results.Json(
            new ImportReceipt(list.Edition, outcome.Added, outcome.Renamed, outcome.Unchanged, levels),
            AccessJson.Written.ImportReceipt);
    }

    // What else is wrong with the lines that can be read is told too, except what may be wrong only for want of the others.
    private static ProblemResult RefuseUnreadable(
        IndicatorCatalogue catalogue,
        UnitRegistry registry,
        UnitList list,
        List<ImportFault> faults)
    {
        var (outcome, _) = UnitListMerge.Run(catalogue, list, registry.Find(list.Edition), 1);
        return Refused([.. faults, .. outcome.Faults.Where(fault => fault.Line > 0 && fault.Code != ImportFaultCode.MissingParent)]);
    }

    // Only the nation's admin changes the list that every other key's subtree is cut from.
    private static ProblemResult? FindRefusal(HttpContext context, UnitRegistry registry)
    {
        var caller = Caller.Of(context);
        return caller.MayAdminister(registry.Active, 0)
            ? null
            : new ProblemResult(StatusCodes.Status403Forbidden, ProblemCode.OutsideSubtree, [caller.Key!.Unit], []);
    }

    private static ProblemResult Refused(IReadOnlyList<ImportFault> faults) =>
        new(StatusCodes.Status422UnprocessableEntity, ProblemCode.ListRefused, [], []) { Lines = [.. faults.OrderBy(fault => fault.Line)] };

    private static string? ReadEdition(QueryParameters query)
    {
        var edition = query.Text("edition");
        if (edition is not null && (edition.Length is 0 or > MaxEditionLength || !edition.All(char.IsAsciiLetterOrDigit)))
            query.Fail("edition", edition, "2023");
        return edition;
    }

    private static int LineOfFirstInvalid(ReadOnlySpan<byte> body)
    {
        var position = 0;
        while (Rune.DecodeFromUtf8(body[position..], out _, out var length) == System.Buffers.OperationStatus.Done)
            position += length;
        return body[..position].Count((byte)'\n') + 1;
    }
}
