using System;
using System.Collections.Generic;
using System.Reflection;

namespace Aggregation.Embedded;

/// <summary>How the engine runs.</summary>
public sealed class EmbeddedEngineOptions
{
    /// <summary>The assemblies with the grain classes and the observer interfaces.</summary>
    public IList<Assembly> Assemblies { get; } = [];

    /// <summary>How long a caller waits for a call to end. Default: 30 s.</summary>
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an activation is idle before it is collected. Default: 15 min.</summary>
    public TimeSpan CollectionAge { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How often idle activations are looked for. Default: 1 min.</summary>
    public TimeSpan CollectionQuantum { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long the constructor's states and OnActivateAsync may take together. Default: 30 s.</summary>
    public TimeSpan ActivationTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long OnDeactivateAsync, and the engine's stop as a whole, may take. Default: 30 s.</summary>
    public TimeSpan DeactivationTimeout { get; set; } = TimeSpan.FromSeconds(30);
}
