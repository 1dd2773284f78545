using System;
using Aggregation.Domain.Units;
using Microsoft.Extensions.Logging;

namespace Aggregation.Grains.Checkpoints;

/// <summary>What units tell the log of their checkpoints.</summary>
internal static partial class CheckpointLog
{
    [LoggerMessage(105, LogLevel.Warning, "The checkpoint of {Unit} cannot be read; the ledger is read from its first row")]
    public static partial void CheckpointUnreadable(this ILogger logger, UnitKey unit, Exception exception);

    [LoggerMessage(106, LogLevel.Warning, "The checkpoint of {Unit} is discarded: {Reason}; the ledger is read from its first row")]
    public static partial void CheckpointDiscarded(this ILogger logger, UnitKey unit, string reason);

    [LoggerMessage(107, LogLevel.Warning, "The checkpoint of {Unit} cannot be stored; trying again later")]
    public static partial void CheckpointNotStored(this ILogger logger, UnitKey unit, Exception exception);

    [LoggerMessage(108, LogLevel.Debug, "Another activation has stored a checkpoint of {Unit}; it stays")]
    public static partial void CheckpointOvertaken(this ILogger logger, UnitKey unit);
}
