using System;
using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace Aggregation.Api.Http;

/// <summary>
/// The id by which a request is spoken of: in <c>X-Request-Id</c> of its answer, in its problem, and in every line of the log that it
/// causes. A caller may choose it.
/// </summary>
public static class RequestId
{
    /// <summary>The header, of requests and answers.</summary>
    public const string Header = "X-Request-Id";

    private const int MaxLength = 64;

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_.:");

    /// <summary>Takes the id that the caller chose: 1 to 64 letters, digits and <c>-_.:</c>.</summary>
    /// <returns>False when none was sent, or one that is not of this form; then the silo's own stands.</returns>
    public static bool TryAdopt(HttpContext context)
    {
        if (context.Request.Headers[Header] is not [{ Length: > 0 and <= MaxLength } sent] || sent.AsSpan().ContainsAnyExcept(Allowed))
            return false;
        context.TraceIdentifier = sent;
        return true;
    }
}
