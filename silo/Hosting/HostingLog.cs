using System;
using Microsoft.Extensions.Logging;

namespace Aggregation.Silo.Hosting;

/// <summary>What the start tells the log.</summary>
internal static partial class HostingLog
{
    [LoggerMessage(401, LogLevel.Error, "The national total cannot be warmed yet; trying again")]
    public static partial void NationNotWarm(this ILogger logger, Exception exception);

    [LoggerMessage(402, LogLevel.Warning, "The national total is still warming; waiting on")]
    public static partial void NationStillWarming(this ILogger logger);
}
