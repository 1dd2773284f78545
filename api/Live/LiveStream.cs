using System;
using System.Threading.Tasks;
using Aggregation.Api.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Aggregation.Api.Live;

/// <summary>Answers with Server-Sent Events for as long as somebody listens.</summary>
/// <param name="hub">Where the viewer has entered.</param>
/// <param name="viewer">The viewer, who has read every unit once.</param>
/// <param name="place">The viewer's place among those that one key or address may have, given back at the end.</param>
internal sealed class LiveStream(LiveHub hub, LiveViewer viewer, IDisposable place) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = "text/event-stream";
        response.Headers["X-Accel-Buffering"] = "no";
        httpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        try
        {
            if (!HeadRequests.IsOne(httpContext))
                await viewer.WriteAsync(response.BodyWriter, httpContext.RequestAborted);
        }
        catch (TimeoutException)
        {
            // What waits for a viewer who does not read is given back now.
            httpContext.Abort();
        }
        catch (OperationCanceledException) when (httpContext.RequestAborted.IsCancellationRequested)
        {
            // The viewer has gone: that is how most streams end.
        }
        finally
        {
            hub.Leave(viewer);
            place.Dispose();
        }
    }
}
