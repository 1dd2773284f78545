using System.Linq;
using System.Threading.Tasks;
using Aggregation.Tests.Conformance.Activations;
using Aggregation.Tests.Conformance.Engines;
using Xunit;

namespace Aggregation.Tests.Conformance.Embedded;

/// <summary>Orleans refuses a call that more than two activations have handed on; here none is lost.</summary>
public sealed class ActivationTests(EngineFixture engine) : IClassFixture<EngineFixture>
{
    [Fact]
    public async Task No_call_is_lost_and_no_grain_lives_twice_however_often_it_ends()
    {
        var life = new Life();
        var grain = engine.Grains.GetGrain<ILifeGrain>(Life.New(life));
        await Task.WhenAll(Enumerable.Range(0, 16).Select(caller => Task.Run(async () =>
        {
            for (var i = 0; i < 50; i++)
                await ((i + caller) % 5 == 0 ? grain.TouchAndEnd() : grain.Touch());
        }))).Soon();
        await grain.Touch().Soon();
        Assert.Equal(1, life.MostAlive);
        Assert.Equal(life.Activated, life.Constructed);
    }
}
