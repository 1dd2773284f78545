using System.Threading;
using Aggregation.Api.Access;
using Aggregation.Api.Http;
using Aggregation.Domain.Units;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Aggregation.Api.Reading;

/// <summary>A reading call on an edition, by somebody who may read at all.</summary>
/// <param name="context">The request.</param>
/// <param name="query">Its query.</param>
/// <param name="edition">The edition it is about.</param>
public class ReadRequest(HttpContext context, QueryParameters query, Edition edition)
{
    /// <summary>The query.</summary>
    public QueryParameters Query { get; } = query;

    /// <summary>The edition.</summary>
    public Edition Edition { get; } = edition;

    /// <summary>Who asks.</summary>
    public Caller Caller => Caller.Of(context);

    /// <summary>The request itself.</summary>
    public HttpContext Context => context;

    /// <summary>Ends when nobody waits for the answer any more.</summary>
    public CancellationToken Aborted => context.RequestAborted;

    /// <summary>True when the answer must say that figures may be invented.</summary>
    public bool Simulated => Service<Simulation>().Covers(Edition);

    /// <summary>A service of the host.</summary>
    public T Service<T>()
        where T : notnull => context.RequestServices.GetRequiredService<T>();
}
