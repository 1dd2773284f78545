using System;
using Aggregation.Embedded.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Orleans;
using Orleans.Runtime.Hosting;
using Orleans.Storage;

namespace Aggregation.Embedded;

/// <summary>Adds the one-process engine to a host.</summary>
public static class EmbeddedEngineExtensions
{
    /// <summary>
    /// Adds the engine: <see cref="IGrainFactory"/> and <see cref="IClusterClient"/> are its entry. It checks the grains
    /// when the host starts, and drains them when the host stops.
    /// </summary>
    public static IServiceCollection AddEmbeddedEngine(this IServiceCollection services, Action<EmbeddedEngineOptions> configure)
    {
        services.AddOptions();
        services.AddLogging();
        services.Configure(configure);
        services.TryAddSingleton<Engine>();
        services.TryAddSingleton<IClusterClient>(static provider => provider.GetRequiredService<Engine>().Factory);
        services.TryAddSingleton<IGrainFactory>(static provider => provider.GetRequiredService<Engine>().Factory);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, Engine>(static provider => provider.GetRequiredService<Engine>()));
        return services;
    }

    /// <summary>Adds a storage provider that keeps states in memory; the one called "Default" is also the default.</summary>
    public static IServiceCollection AddMemoryGrainStorage(this IServiceCollection services, string name) =>
        services.AddGrainStorage(name, static (_, _) => new MemoryGrainStorage());
}
