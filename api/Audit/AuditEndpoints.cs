using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Api.Http;
using Aggregation.Api.Reading;
using Aggregation.Contracts;
using Aggregation.Domain.Reports;
using Aggregation.Ledger;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Aggregation.Api.Audit;

/// <summary><c>GET /units/{code}/reports</c>: a unit's rows in the ledger, newest first.</summary>
public static class AuditEndpoints
{
    private const string List = "reports";

    /// <summary>Maps the call.</summary>
    public static IEndpointRouteBuilder MapAudit(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/units/{code}/reports", ["cursor", "limit"], GetReports)
            .WithName("GetReports").Describe("The audit trail of a unit", "Reports").Produces<LedgerPage>();
        return routes;
    }

    private static async Task<IResult> GetReports(UnitRequest request, ILedgerQueries ledger)
    {
        var limit = request.Query.Limit();
        var before = Before(request.Query);
        if (request.Query.Problem is { } problem)
            return problem;

        var rows = await ledger.ReadNewestAsync(request.Unit.Id, before, limit + 1, request.Aborted);
        var next = rows.Length > limit ? PageCursor.Write(List, rows[limit - 1].Sequence.ToString(CultureInfo.InvariantCulture)) : null;
        var page = new LedgerPage(request.Edition.Name, request.Simulated, [.. rows.Take(limit).Select(Item)], next);
        return TypedResults.Json(page, ReadJson.Written.LedgerPage);
    }

    private static LedgerReport Item(LedgerRow row) => new()
    {
        Sequence = row.Sequence,
        EffectiveOn = row.EffectiveOn,
        RecordedAt = row.RecordedAt,
        Reporter = row.Reporter,
        IdempotencyKey = row.IdempotencyKey,
        Counts = row.Figures.Counts.ToImmutableSortedDictionary(figure => figure.Indicator, figure => figure.Value, StringComparer.Ordinal),
        Models = [.. row.Figures.Models.Select(model => new ReportedModel(model.Name, model.Kinds, model.Sites, model.Groups))],
        Statuses = row.Figures.Statuses.ToImmutableSortedDictionary(
            figure => figure.Indicator,
            figure => figure.State,
            StringComparer.Ordinal),
        Declared = row.Figures.Declared.ToImmutableSortedDictionary(
            figure => figure.Indicator,
            figure => figure.Value,
            StringComparer.Ordinal),
        Note = row.Figures.Note,
        Withdraws = row.Withdraws,
        WithdrawnBy = row.WithdrawnBy,
    };

    private static int? Before(QueryParameters query)
    {
        if (PageCursor.Read(query, List, 1) is not [var text])
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence))
            return sequence;
        PageCursor.Refuse(query);
        return null;
    }
}
