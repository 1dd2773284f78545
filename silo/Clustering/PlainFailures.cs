using System;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Runtime;
using Orleans.Serialization.Invocation;

namespace Aggregation.Silo.Clustering;

/// <summary>
/// Has clients of the gateway learn that a call failed and not where in the program: no stack trace, no path, nothing of what lies behind.
/// Silos are told all of it.
/// </summary>
/// <param name="logger">Where the whole of it is told.</param>
internal sealed class PlainFailures(ILogger<PlainFailures> logger) : IIncomingGrainCallFilter
{
    /// <inheritdoc/>
    public async Task Invoke(IIncomingGrainCallContext context)
    {
        try
        {
            await context.Invoke();
        }
        catch (Exception exception) when (context.SourceId is { } source && source.IsClient())
        {
            logger.CallOfClientFailed(context.TargetId, context.MethodName, exception);
            context.Response = Response.FromException(
                new OrleansException($"{context.InterfaceName}.{context.MethodName} failed: {exception.GetType().Name}."));
        }
    }
}
