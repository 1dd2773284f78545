using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.TestingHost;

namespace Aggregation.Tests.Orleans.Engines;

/// <summary>One Orleans silo in this process, called from the host's side.</summary>
internal sealed class TestEngine : ITestEngine
{
    private readonly InProcessTestCluster _cluster;

    private TestEngine(InProcessTestCluster cluster)
    {
        _cluster = cluster;
        Grains = cluster.GetSiloServiceProvider().GetRequiredService<IGrainFactory>();
    }

    public IGrainFactory Grains { get; }

    public static async Task<ITestEngine> StartAsync(EngineSettings settings)
    {
        var builder = new InProcessTestClusterBuilder(1);
        builder.Options.ConfigureFileLogging = false;
        builder.Options.InitializeClientOnDeploy = false;
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddMemoryGrainStorage("Default");
            silo.Configure<SiloMessagingOptions>(options =>
            {
                options.ResponseTimeout = settings.ResponseTimeout;
                options.SystemResponseTimeout = System.TimeSpan.FromSeconds(30);
            });
            silo.Configure<GrainCollectionOptions>(options =>
            {
                options.CollectionAge = settings.CollectionAge;
                options.CollectionQuantum = settings.CollectionQuantum;
                options.DeactivationTimeout = settings.DeactivationTimeout;
            });
            TestServices.Add(silo.Services);
        });
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return new TestEngine(cluster);
    }

    public Task StopAsync() => _cluster.StopAllSilosAsync();

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();
}
