using System;
using Aggregation.Api.Http;
using Microsoft.AspNetCore.Http;

namespace Aggregation.Api.Access;

/// <summary>Keeps other pages from writing with a browser's cookie.</summary>
public static class RequestOrigin
{
    /// <summary>Refuses a write by cookie from another page than the system's own, or from none.</summary>
    /// <returns>Null when the request is right.</returns>
    public static ProblemResult? Check(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var own = $"{request.Scheme}://{request.Host}";
        var given = request.Headers.Origin.ToString();
        return string.Equals(given, own, StringComparison.OrdinalIgnoreCase)
            ? null
            : new ProblemResult(StatusCodes.Status403Forbidden, ProblemCode.WrongOrigin, [given, own], []);
    }

    /// <summary>True when the method changes something.</summary>
    public static bool IsWrite(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsOptions(request.Method);
    }
}
