using System;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace Aggregation.Silo.Checkpoints;

/// <summary>What the store of checkpoints tells the log.</summary>
internal static partial class CheckpointLog
{
    [LoggerMessage(421, LogLevel.Warning, "The checkpoint of {Grain} cannot be read; the ledger is read from its first row")]
    public static partial void StoredCheckpointUnreadable(this ILogger logger, GrainId grain, Exception exception);
}
