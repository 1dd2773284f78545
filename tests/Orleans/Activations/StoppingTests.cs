using System.Linq;
using System.Threading.Tasks;
using Aggregation.Tests.Orleans.Fixtures;
using Orleans;
using Xunit;

namespace Aggregation.Tests.Orleans.Activations;

public sealed class StoppingTests
{
    [Fact]
    public async Task Stopping_deactivates_every_grain_once()
    {
        await using var silo = await TestSilo.StartAsync();
        var lives = Enumerable.Range(0, 50).Select(static _ => new Life()).ToList();
        await Task.WhenAll(lives.Select(life => silo.Grains.GetGrain<ILifeGrain>(life.Key).Activation()));
        await silo.StopAsync().Soon();
        foreach (var life in lives)
        {
            Assert.Equal(DeactivationReasonCode.ShuttingDown, (await life.Ended).ReasonCode);
            Assert.Equal((1, 1), (life.Activated, life.Deactivated));
        }
    }
}
