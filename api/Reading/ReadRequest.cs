using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Api.Access;
using Aggregation.Api.Health;
using Aggregation.Api.Http;
using Aggregation.Domain.Units;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Aggregation.Api.Reading;

/// <summary>
/// A reading call on an edition, by somebody who may read at all. A parameter of endpoints that <see cref="ReadRoutes"/> maps.
/// </summary>
public class ReadRequest
{
    /// <summary>Makes it.</summary>
    /// <param name="context">The request.</param>
    /// <param name="query">Its query.</param>
    /// <param name="edition">The edition it is about; null for one that is refused.</param>
    /// <param name="refusal">What it is refused with; null for a good one.</param>
    protected ReadRequest(HttpContext context, QueryParameters query, Edition? edition, IResult? refusal)
    {
        Context = context;
        Query = query;
        Edition = edition!;
        Refusal = refusal;
    }

    /// <summary>The query.</summary>
    public QueryParameters Query { get; }

    /// <summary>The edition.</summary>
    public Edition Edition { get; }

    /// <summary>Who asks.</summary>
    public Caller Caller => Caller.Of(Context);

    /// <summary>The request itself.</summary>
    public HttpContext Context { get; }

    /// <summary>Ends when nobody waits for the answer any more.</summary>
    public CancellationToken Aborted => Context.RequestAborted;

    /// <summary>True when the answer must say that figures may be invented.</summary>
    public bool Simulated => Context.RequestServices.GetRequiredService<Simulation>().Covers(Edition);

    /// <summary>What the request is answered with instead of being read; null for a good one.</summary>
    internal IResult? Refusal { get; }

    /// <summary>Reads a request: which parameters there are (400), and which edition is meant (400).</summary>
    public static async ValueTask<ReadRequest> BindAsync(HttpContext context)
    {
        var (query, edition) = await ReadAsync(context);
        return new ReadRequest(context, query, edition, query.Problem);
    }

    /// <summary>Reads the query, and finds the edition that it names; what is wrong stands in the query's problem.</summary>
    protected static async ValueTask<(QueryParameters Query, Edition? Edition)> ReadAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var services = context.RequestServices;
        var known = context.GetEndpoint()!.Metadata.GetRequiredMetadata<ReadMetadata>();
        var query = new QueryParameters(
            context.Request.Query,
            services.GetRequiredService<TimeProvider>(),
            known.Parameters,
            known.Repeatable);
        // After a clock that ran ahead, rows are dated later than now, and who fixes figures that have them names their instant.
        if (query.IsBeyondLatest("knownAt"))
            query.Latest = await services.GetRequiredService<LedgerClock>().ReadLatestAsync(context.RequestAborted);

        var registry = services.GetRequiredService<UnitRegistry>();
        var name = query.Text("edition");
        var edition = registry.Find(name ?? registry.ActiveName);
        if (edition is null)
            query.Fail("edition", name, string.Join(", ", registry.Editions.Select(loaded => loaded.Name).Order(StringComparer.Ordinal)));
        return (query, edition);
    }
}
