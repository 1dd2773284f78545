using System;
using Microsoft.Extensions.Logging;

namespace Aggregation.Api.Http;

/// <summary>What the API tells the log.</summary>
internal static partial class ApiLog
{
    [LoggerMessage(321, LogLevel.Warning, "A request is answered with 503")]
    public static partial void AnsweredUnavailable(this ILogger logger, Exception exception);

    [LoggerMessage(322, LogLevel.Error, "{Method} {Path} failed ({RequestId})")]
    public static partial void RequestFailed(this ILogger logger, string method, string path, string requestId, Exception exception);
}
