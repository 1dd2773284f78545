using System;
using System.Threading.Tasks;
using Aggregation.Tests.Orleans.Calls;
using Aggregation.Tests.Orleans.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Hosting;
using Orleans.Runtime.Hosting;
using Orleans.TestingHost;

namespace Aggregation.Tests.Orleans.Fixtures;

/// <summary>One silo in this process with the grains of this assembly, called from its host's side.</summary>
internal sealed class TestSilo : IAsyncDisposable
{
    private readonly InProcessTestCluster cluster;

    private TestSilo(InProcessTestCluster cluster)
    {
        this.cluster = cluster;
        Grains = cluster.GetSiloServiceProvider().GetRequiredService<IGrainFactory>();
    }

    public IGrainFactory Grains { get; }

    /// <summary>Starts one.</summary>
    /// <param name="configure">What is to be otherwise than by default.</param>
    public static async Task<TestSilo> StartAsync(Action<ISiloBuilder>? configure = null)
    {
        var builder = new InProcessTestClusterBuilder(1);
        (builder.Options.ConfigureFileLogging, builder.Options.InitializeClientOnDeploy) = (false, false);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddMemoryGrainStorageAsDefault();
            silo.Services.AddGrainStorage(RecordingStorage.Name, static (_, _) => new RecordingStorage());
            silo.Services.AddSingleton(new Greeting("xin chào"));
            configure?.Invoke(silo);
        });
        var started = builder.Build();
        await started.DeployAsync();
        return new TestSilo(started);
    }

    /// <summary>Stops it as a host that shuts down does.</summary>
    public Task StopAsync() => cluster.StopAllSilosAsync();

    public ValueTask DisposeAsync() => cluster.DisposeAsync();
}
