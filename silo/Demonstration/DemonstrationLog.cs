using System;
using Microsoft.Extensions.Logging;

namespace Aggregation.Silo.Demonstration;

/// <summary>What a demonstration tells the log.</summary>
internal static partial class DemonstrationLog
{
    [LoggerMessage(
        441,
        LogLevel.Warning,
        "Edition {Edition} has no simulated commune, so nothing is simulated: real units are never made to report")]
    public static partial void NothingSimulated(this ILogger logger, string edition);

    [LoggerMessage(442, LogLevel.Warning, "A simulated report was not recorded")]
    public static partial void SimulatedReportLost(this ILogger logger, Exception exception);
}
