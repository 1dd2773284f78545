using System.Threading.Tasks;
using Orleans;
using Xunit;

namespace Aggregation.Tests.Orleans.Engines;

/// <summary>One engine with default settings for the tests of a class.</summary>
public sealed class EngineFixture : IAsyncLifetime
{
    private ITestEngine? _engine;

    public IGrainFactory Grains => _engine!.Grains;

    public async Task InitializeAsync() => _engine = await TestEngine.StartAsync(new EngineSettings());

    public async Task DisposeAsync() => await _engine!.DisposeAsync();
}
