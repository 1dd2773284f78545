using System.Threading.Tasks;
using Aggregation.Embedded;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans;

namespace Aggregation.Tests.Conformance.Engines;

/// <summary>The embedded engine in a generic host.</summary>
internal sealed class TestEngine : ITestEngine
{
    private readonly IHost _host;

    private TestEngine(IHost host) => _host = host;

    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    public static async Task<ITestEngine> StartAsync(EngineSettings settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Services.AddEmbeddedEngine(options =>
        {
            options.Assemblies.Add(typeof(TestEngine).Assembly);
            options.ResponseTimeout = settings.ResponseTimeout;
            options.CollectionAge = settings.CollectionAge;
            options.CollectionQuantum = settings.CollectionQuantum;
            options.DeactivationTimeout = settings.DeactivationTimeout;
        });
        builder.Services.AddMemoryGrainStorage("Default");
        TestServices.Add(builder.Services);
        var host = builder.Build();
        await host.StartAsync();
        return new TestEngine(host);
    }

    public Task StopAsync() => _host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
