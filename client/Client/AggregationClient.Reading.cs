using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Contracts;

namespace Aggregation.Client;

/// <content>The reading calls.</content>
public sealed partial class AggregationClient
{
    private const int PageSize = 1000;

    /// <summary>Who this client is to the silo: what its key is for or, without a key, whether reads are open.</summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<SessionAnswer> GetSessionAsync(CancellationToken cancellationToken = default) =>
        GetAsync(new QueryText("session"), AccessJson.Default.SessionAnswer, cancellationToken);

    /// <summary>The state of a unit and of everything below it.</summary>
    /// <param name="code">The unit's code: <c>VN</c>, <c>01</c>, <c>00001</c>.</param>
    /// <param name="dates">As of when; the default is live.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<UnitRollUp> GetRollUpAsync(string code, FigureDates dates = default, CancellationToken cancellationToken = default) =>
        GetAsync(OfUnit(code).Add(dates), ReadJson.Default.UnitRollUp, cancellationToken);

    /// <summary>The roll-ups of the units directly below, in code order.</summary>
    /// <param name="code">The unit above them.</param>
    /// <param name="dates">As of when; the default is live.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<RollUpPage> GetChildrenAsync(string code, FigureDates dates = default, CancellationToken cancellationToken = default) =>
        GetAsync(OfUnit(code, "/children").Add(dates), ReadJson.Default.RollUpPage, cancellationToken);

    /// <summary>The roll-ups of all units of a level below, in code order, page by page.</summary>
    /// <param name="code">The unit above them.</param>
    /// <param name="level">Their level, such as <c>commune</c>.</param>
    /// <param name="dates">As of when; the default is live.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public IAsyncEnumerable<UnitRollUp> GetDescendantsAsync(
        string code,
        string level,
        FigureDates dates = default,
        CancellationToken cancellationToken = default) =>
        EachAsync(
            cursor => GetAsync(OfUnit(code, "/children").Add("level", level)
                .Add(dates)
                .Add("cursor", cursor)
                .Add("limit", PageSize), ReadJson.Default.RollUpPage, cancellationToken),
            page => (page.Items, page.Next),
            cancellationToken);

    /// <summary>The registry, without figures, page by page.</summary>
    /// <param name="query">Which units; null for all.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public IAsyncEnumerable<RegistryUnit> GetUnitsAsync(UnitQuery? query = null, CancellationToken cancellationToken = default) =>
        EachAsync(cursor => GetUnitPageAsync(
            query,
            cursor,
            PageSize,
            cancellationToken), page => (page.Items, page.Next), cancellationToken);

    /// <summary>One page of the registry.</summary>
    /// <param name="query">Which units; null for all.</param>
    /// <param name="cursor">Where it begins: <c>next</c> of the page before.</param>
    /// <param name="limit">1 to 1,000; null for the silo's default.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<UnitPage> GetUnitPageAsync(
        UnitQuery? query = null,
        string? cursor = null,
        int? limit = null,
        CancellationToken cancellationToken = default) =>
        GetAsync(
            Query("units").Add("parent", query?.Parent)
                .Add("level", query?.Level)
                .Add("q", query?.Text)
                .Add("cursor", cursor)
                .Add("limit", limit),
            ReadJson.Default.UnitPage,
            cancellationToken);

    /// <summary>The units that are not complete, unreported ones included, page by page: which one of the 63 is missing.</summary>
    /// <param name="code">The unit above them.</param>
    /// <param name="query">Whom to look for.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public IAsyncEnumerable<OutstandingUnit> GetOutstandingAsync(
        string code,
        OutstandingQuery query,
        CancellationToken cancellationToken = default) =>
        EachAsync(cursor => GetOutstandingPageAsync(
            code,
            query,
            cursor,
            PageSize,
            cancellationToken), page => (page.Items, page.Next), cancellationToken);

    /// <summary>One page of the units that are not complete, with their number on all pages.</summary>
    /// <param name="code">The unit above them.</param>
    /// <param name="query">Whom to look for.</param>
    /// <param name="cursor">Where it begins: <c>next</c> of the page before.</param>
    /// <param name="limit">1 to 1,000; null for the silo's default.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<OutstandingPage> GetOutstandingPageAsync(
        string code,
        OutstandingQuery query,
        string? cursor = null,
        int? limit = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return GetAsync(
            OfUnit(code, "/outstanding").Add("indicator", query.Indicator).Add("level", query.Level).Add("from", query.From).Add(
                "to",
                query.To)
                .Add(query.Dates).Add("cursor", cursor).Add("limit", limit),
            ReadJson.Default.OutstandingPage,
            cancellationToken);
    }

    /// <summary>The named models of a unit and of everything below it, most sites first, page by page.</summary>
    /// <param name="code">The unit's code.</param>
    /// <param name="query">Which models; null for all.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public IAsyncEnumerable<NamedModel> GetModelsAsync(
        string code,
        ModelQuery? query = null,
        CancellationToken cancellationToken = default) =>
        EachAsync(cursor => GetModelPageAsync(
            code,
            query,
            cursor,
            PageSize,
            cancellationToken), page => (page.Items, page.Next), cancellationToken);

    /// <summary>One page of the models, with the totals of all pages.</summary>
    /// <param name="code">The unit's code.</param>
    /// <param name="query">Which models; null for all.</param>
    /// <param name="cursor">Where it begins: <c>next</c> of the page before.</param>
    /// <param name="limit">1 to 1,000; null for the silo's default.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<ModelPage> GetModelPageAsync(
        string code,
        ModelQuery? query = null,
        string? cursor = null,
        int? limit = null,
        CancellationToken cancellationToken = default) =>
        GetAsync(
            OfUnit(code, "/models").Add("q", query?.Text)
                .Add("kind", query?.Kind)
                .Add(query?.Dates ?? default)
                .Add("cursor", cursor)
                .Add("limit", limit),
            ReadJson.Default.ModelPage,
            cancellationToken);

    /// <summary>A figure over time.</summary>
    /// <param name="code">The unit's code.</param>
    /// <param name="query">Which figure and which days.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<HistoryAnswer> GetHistoryAsync(string code, HistoryQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return GetAsync(
            OfUnit(code, "/history").Add("indicator", query.Indicator).Add("level", query.Level).Add("from", query.From).Add("to", query.To)
                .Add("step", query.Step).Add("knownAt", query.KnownAt),
            ReadJson.Default.HistoryAnswer,
            cancellationToken);
    }

    /// <summary>How many units of each level below have a report effective in some days.</summary>
    /// <param name="code">The unit's code.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<ReportingAnswer> GetReportingAsync(
        string code,
        DateOnly? from = null,
        DateOnly? to = null,
        CancellationToken cancellationToken = default) =>
        GetAsync(OfUnit(code, "/reporting").Add("from", from).Add("to", to), ReadJson.Default.ReportingAnswer, cancellationToken);

    /// <summary>The audit trail: the unit's own ledger rows, newest first, page by page.</summary>
    /// <param name="code">The unit's code.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public IAsyncEnumerable<LedgerReport> GetReportsAsync(string code, CancellationToken cancellationToken = default) =>
        EachAsync(cursor => GetReportPageAsync(
            code,
            cursor,
            PageSize,
            cancellationToken), page => (page.Items, page.Next), cancellationToken);

    /// <summary>One page of the audit trail.</summary>
    /// <param name="code">The unit's code.</param>
    /// <param name="cursor">Where it begins: <c>next</c> of the page before.</param>
    /// <param name="limit">1 to 1,000; null for the silo's default.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<LedgerPage> GetReportPageAsync(
        string code,
        string? cursor = null,
        int? limit = null,
        CancellationToken cancellationToken = default) =>
        GetAsync(OfUnit(code, "/reports").Add("cursor", cursor).Add("limit", limit), ReadJson.Default.LedgerPage, cancellationToken);

    /// <summary>What can be reported.</summary>
    public Task<PublishedCatalogue> GetCatalogueAsync(CancellationToken cancellationToken = default) =>
        GetAsync(Query("catalogue"), ReadJson.Default.PublishedCatalogue, cancellationToken);

    /// <summary>Whether the silo is ready, and how its ledger is. Asked once: whoever asks wants to know it as it is.</summary>
    /// <exception cref="AggregationUnreachableException">No answer came.</exception>
    public async Task<SiloHealth> GetHealthAsync(CancellationToken cancellationToken = default)
    {
        var uri = new Uri(url, "health/ready");
        try
        {
            using var answer = await sender.SendOnceAsync(
                () => new HttpRequestMessage(HttpMethod.Get, uri),
                HttpCompletionOption.ResponseContentRead,
                cancellationToken);
            if (answer.Content.Headers.ContentType?.MediaType != "application/json")
                throw await ProblemReading.ReadAsync(answer, options.Time.GetUtcNow(), cancellationToken);
            return await ReadAsync(answer, HealthJson.Default.SiloHealth, cancellationToken);
        }
        catch (Exception exception) when (Sender.IsLoss(exception, cancellationToken))
        {
            throw new AggregationUnreachableException(options.Url, exception);
        }
    }
}
