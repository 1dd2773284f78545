using System;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace Aggregation.Api.Http;

/// <summary>Answers with JSON that is already written.</summary>
/// <param name="json">The UTF-8 bytes.</param>
public sealed class JsonBytes(ReadOnlyMemory<byte> json) : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        httpContext.Response.ContentLength = json.Length;
        return httpContext.Response.BodyWriter.WriteAsync(json, httpContext.RequestAborted).AsTask();
    }
}
