using System;
using System.Threading.Tasks;
using Orleans;

namespace Aggregation.Tests.Orleans.Engines;

/// <summary>A running engine with the grains of this assembly, whichever engine it is.</summary>
public interface ITestEngine : IAsyncDisposable
{
    IGrainFactory Grains { get; }

    /// <summary>Stops the engine as a host that shuts down would.</summary>
    Task StopAsync();
}
