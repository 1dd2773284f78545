using System;
using Aggregation.Domain.Units;
using Microsoft.Extensions.Logging;

namespace Aggregation.Api.Live;

/// <summary>What the live feed tells the log.</summary>
internal static partial class LiveLog
{
    [LoggerMessage(341, LogLevel.Warning, "{Unit} cannot be watched; trying again")]
    public static partial void CannotWatch(this ILogger logger, UnitKey unit, Exception exception);

    [LoggerMessage(342, LogLevel.Debug, "{Unit} cannot be told that nobody watches it any more")]
    public static partial void CannotUnwatch(this ILogger logger, UnitKey unit, Exception exception);
}
