using Aggregation.Tests.Orleans.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime.Hosting;

namespace Aggregation.Tests.Orleans.Engines;

/// <summary>The services that this assembly's grains want.</summary>
internal static class TestServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton(new Greeting("xin chào"));
        services.AddScoped<ScopedThing>();
        services.AddGrainStorage("recording", static (_, _) => new RecordingStorage());
    }
}
