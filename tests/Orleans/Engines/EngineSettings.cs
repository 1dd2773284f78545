using System;

namespace Aggregation.Tests.Orleans.Engines;

/// <summary>What a test wants different from the defaults.</summary>
public sealed class EngineSettings
{
    public TimeSpan ResponseTimeout { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan CollectionAge { get; init; } = TimeSpan.FromMinutes(15);

    public TimeSpan CollectionQuantum { get; init; } = TimeSpan.FromMinutes(1);

    public TimeSpan DeactivationTimeout { get; init; } = TimeSpan.FromSeconds(30);
}
