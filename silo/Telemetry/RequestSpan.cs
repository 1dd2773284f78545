using System;
using System.Diagnostics;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Aggregation.Telemetry;

/// <summary>Names the span of a request by what was called, <c>POST /api/v1/reports</c>, and says how it was answered; the rest ASP.NET Core describes itself.</summary>
/// <param name="next">What follows.</param>
public sealed class RequestSpan(RequestDelegate next)
{
    /// <summary>Handles a request.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Activity.Current is { IsAllDataRequested: true } span ? DescribeAsync(context, span) : next(context);
    }

    private async Task DescribeAsync(HttpContext context, Activity span)
    {
        if (context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } route })
        {
            span.DisplayName = $"{context.Request.Method} {route}";
            span.SetTag("http.route", route);
        }

        await next(context);
        var status = context.Response.StatusCode;
        span.SetTag("http.response.status_code", status);
        if (status >= StatusCodes.Status500InternalServerError)
            span.SetStatus(ActivityStatusCode.Error);
    }
}
