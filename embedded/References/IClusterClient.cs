using System;

namespace Orleans;

/// <summary>The engine as seen from outside its grains.</summary>
public interface IClusterClient : IGrainFactory
{
    /// <summary>The host's services.</summary>
    IServiceProvider ServiceProvider { get; }
}
