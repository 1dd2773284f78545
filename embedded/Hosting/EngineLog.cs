using System;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace Aggregation.Embedded.Hosting;

/// <summary>What the engine tells the log.</summary>
internal sealed partial class EngineLog(ILogger logger)
{
    private readonly ILogger _logger = logger;

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Call} failed and nobody waits for it.")]
    public partial void CallLost(string call, Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Grain} could not be activated.")]
    public partial void ActivationFailed(GrainId grain, Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Grain} failed to deactivate cleanly.")]
    public partial void DeactivationFailed(GrainId grain, Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Call} did not end within {Timeout}.")]
    public partial void CallTimedOut(string call, TimeSpan timeout);

    [LoggerMessage(Level = LogLevel.Information, Message = "The engine runs {Classes} grain classes.")]
    public partial void Started(int classes);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The engine stopped with {Activations} activations still in memory.")]
    public partial void StoppedLate(int activations);

    [LoggerMessage(Level = LogLevel.Error, Message = "The engine's heartbeat failed.")]
    public partial void HeartbeatFailed(Exception failure);
}
