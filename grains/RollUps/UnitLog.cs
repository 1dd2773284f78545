using System;
using Aggregation.Domain.Units;
using Microsoft.Extensions.Logging;

namespace Aggregation.Grains.RollUps;

/// <summary>What units tell the log.</summary>
internal static partial class UnitLog
{
    [LoggerMessage(101, LogLevel.Warning, "{Unit} cannot be warmed from the ledger; trying again")]
    public static partial void CannotWarm(this ILogger logger, UnitKey unit, Exception exception);

    [LoggerMessage(102, LogLevel.Warning, "{Unit} cannot push its subtotal; trying again")]
    public static partial void CannotPush(this ILogger logger, UnitKey unit, Exception exception);

    [LoggerMessage(103, LogLevel.Warning, "{Unit} discards its activation; the next one reads the ledger")]
    public static partial void ActivationDiscarded(this ILogger logger, UnitKey unit, Exception exception);

    [LoggerMessage(104, LogLevel.Information, "{Unit} was behind the ledger in {Child} and reads it again")]
    public static partial void Healing(this ILogger logger, UnitKey unit, string child);

    [LoggerMessage(109, LogLevel.Warning, "{Unit} held more of {Child} than the ledger has; what the ledger says stands in its place")]
    public static partial void Correcting(this ILogger logger, UnitKey unit, string child);

    [LoggerMessage(110, LogLevel.Warning, "{Child} could not be told to read the ledger again")]
    public static partial void NotReloaded(this ILogger logger, string child, Exception exception);
}
