using Aggregation.Domain.Units;
using Microsoft.Extensions.Logging;

namespace Aggregation.Api.RollUps;

/// <summary>What calls of units tell the log.</summary>
internal static partial class RollUpLog
{
    [LoggerMessage(331, LogLevel.Debug, "{Unit} is called again: {Reason}")]
    public static partial void CallingAgain(this ILogger logger, UnitKey unit, string reason);
}
