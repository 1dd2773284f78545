using System;
using Microsoft.Extensions.Logging;

namespace Aggregation.Silo.ServiceLevels;

/// <summary>What the measuring of service levels tells the log.</summary>
internal static partial class ServiceLevelLog
{
    [LoggerMessage(431, LogLevel.Warning, "The service levels cannot be read now; trying again")]
    public static partial void NotReadable(this ILogger logger, Exception exception);
}
