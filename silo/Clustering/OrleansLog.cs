using System;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace Aggregation.Silo.Clustering;

/// <summary>What the cluster tells the log.</summary>
internal static partial class OrleansLog
{
    [LoggerMessage(451, LogLevel.Error, "The silo could not leave its cluster within {Patience} and ends as it is")]
    public static partial void SiloStuck(this ILogger logger, TimeSpan patience);

    [LoggerMessage(452, LogLevel.Warning, "{Silo} gave its last sign of life at {LastSign:o} and is declared dead")]
    public static partial void SiloDeclaredDead(this ILogger logger, SiloAddress silo, DateTime lastSign);

    [LoggerMessage(
        453,
        LogLevel.Information,
        "The silo's certificate has been renewed; {Connections} connections with other silos end and are made anew")]
    public static partial void ConnectionsClosed(this ILogger logger, int connections);

    [LoggerMessage(454, LogLevel.Warning, "A client of the gateway called {Method} of {Grain}, which failed")]
    public static partial void CallOfClientFailed(this ILogger logger, GrainId grain, string method, Exception exception);

    [LoggerMessage(455, LogLevel.Warning, "The silos of the cluster cannot be looked at now: {Reason}")]
    public static partial void ClusterUnseen(this ILogger logger, string reason);

    [LoggerMessage(456, LogLevel.Error, "The silo ends, so that the cluster goes on: {Reason}")]
    public static partial void SiloGivesWay(this ILogger logger, string reason);

    [LoggerMessage(457, LogLevel.Error, "The silo leaves its cluster: {Reason}")]
    public static partial void SiloLeaves(this ILogger logger, string reason);

    [LoggerMessage(
        458,
        LogLevel.Warning,
        "A start at {Silo}'s address, at {StartedAt:o}, was in the cluster's table from the future and is set aside: this machine's "
            + "clock was ahead then")]
    public static partial void FutureSetAside(this ILogger logger, SiloAddress silo, DateTime startedAt);
}
