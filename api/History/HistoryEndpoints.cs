using System;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Api.Http;
using Aggregation.Api.Reading;
using Aggregation.Api.RollUps;
using Aggregation.Contracts;
using Aggregation.Domain.Catalogue;
using Aggregation.Domain.Reports;
using Aggregation.Ledger;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Aggregation.Api.History;

/// <summary><c>GET /units/{code}/history</c>: a figure as of many days.</summary>
public static class HistoryEndpoints
{
    private const string Models = "models";
    private static readonly string[] Steps = ["day", "month", "year"];

    /// <summary>Maps the call.</summary>
    public static IEndpointRouteBuilder MapHistory(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/units/{code}/history", ["indicator", "level", "from", "to", "step", "knownAt"], GetHistory)
            .WithName("GetHistory").Describe("A figure as of many days", "Figures").Produces<HistoryAnswer>();
        return routes;
    }

    private static async Task<IResult> GetHistory(UnitRequest request, IndicatorCatalogue catalogue, ILedger ledger, FoldLimit folds)
    {
        var query = request.Query;
        var knownAt = query.Instant("knownAt");
        var (sweep, units) = Sweep(request, catalogue, ledger.NameForms.At(knownAt));
        var step = Step(query);
        var (from, to) = query.Days(to => Max(ReportDay.First, to.AddYears(-1).AddDays(1)));
        if (query.Problem is null && HistoryDays.Ends(from, to, step).Take(HistoryDays.Most + 1).Count() > HistoryDays.Most)
            query.Fail("from", from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), $"≤ {HistoryDays.Most} × step");
        if (query.Problem is { } problem)
            return problem;

        var selection = new LedgerSelection { UnitIds = units, KnownAt = knownAt };
        var points = await folds.RunAsync(
            () => sweep!.ReadAsync(ledger, selection, HistoryDays.Ends(from, to, step), request.Aborted),
            request.Aborted);
        return TypedResults.Json(new HistoryAnswer(request.Edition.Name, request.Simulated, points), ReadJson.Written.HistoryAnswer);
    }

    // What is summed and over which units: a status over those of one level strictly below, the rest over the whole area.
    private static (HistorySweep? Sweep, int[] UnitIds) Sweep(UnitRequest request, IndicatorCatalogue catalogue, NameForm form)
    {
        var name = request.Query.Text("indicator");
        var indicator = name is null ? null : catalogue.Find(name);
        if (indicator is { Type: IndicatorType.Status } status)
        {
            var level = request.RequiredLevelBelow(catalogue, status);
            var units = EditionIndex.Of(request.Edition).UnitsBelow(request.Index, level);
            return (new StatusSweep(status, units.Length), [.. units.Select(index => request.Edition.Units[index].Id).Order()]);
        }

        if (request.Query.Text("level") is { } unwanted)
            request.Query.Fail("level", unwanted, string.Join(", ", catalogue.Statuses.Select(known => $"indicator={known.Id}")));
        if (indicator is not null)
            return (new CountSweep(indicator), request.Edition.IdsWithin(request.Index));
        if (name == Models)
            return (new ModelSweep(form), request.Edition.IdsWithin(request.Index));
        request.Query.Fail("indicator", name, string.Join(", ", catalogue.Indicators.Select(known => known.Id).Append(Models)));
        return (null, []);
    }

    private static HistoryStep Step(QueryParameters query)
    {
        if (query.Text("step") is not { } text)
            return HistoryStep.Month;
        var step = Array.IndexOf(Steps, text);
        if (step < 0)
            query.Fail("step", text, string.Join(", ", Steps));
        return (HistoryStep)step;
    }

    private static DateOnly Max(DateOnly one, DateOnly other) => one > other ? one : other;
}
