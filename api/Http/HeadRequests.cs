using System;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace Aggregation.Api.Http;

/// <summary>Answers HEAD wherever GET is answered: the same status and headers; the server leaves the body out.</summary>
/// <param name="next">What follows, the choice of the endpoint included.</param>
public sealed class HeadRequests(RequestDelegate next)
{
    /// <summary>Handles a request.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Request.Method = HttpMethods.Get;
            context.Items[typeof(HeadRequests)] = true;
        }

        return next(context);
    }

    /// <summary>True where nobody reads the body: an answer without an end must not begin one.</summary>
    internal static bool IsOne(HttpContext context) => context.Items.ContainsKey(typeof(HeadRequests));
}
