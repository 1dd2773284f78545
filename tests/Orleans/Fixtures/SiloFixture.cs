using System.Threading.Tasks;
using Orleans;
using Xunit;

namespace Aggregation.Tests.Orleans.Fixtures;

/// <summary>One silo as it is by default, for the tests of a class.</summary>
public sealed class SiloFixture : IAsyncLifetime
{
    private TestSilo silo = null!;

    public IGrainFactory Grains => silo.Grains;

    public async Task InitializeAsync() => silo = await TestSilo.StartAsync();

    public async Task DisposeAsync() => await silo.DisposeAsync();
}
