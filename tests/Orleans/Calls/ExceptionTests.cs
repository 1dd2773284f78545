using System;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Tests.Orleans.Fixtures;
using Xunit;

namespace Aggregation.Tests.Orleans.Calls;

public sealed class ExceptionTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    private readonly IEchoGrain echo = silo.Grains.GetGrain<IEchoGrain>(Gate.NewName());

    [Fact]
    public async Task A_failure_of_ones_own_keeps_its_members() =>
        Assert.Equal(17, (await Assert.ThrowsAsync<OddException>(() => echo.FailOddly(17))).Number);

    [Fact]
    public async Task A_failure_passes_through_grains() =>
        Assert.Equal("far", (await Assert.ThrowsAsync<InvalidOperationException>(() => echo.FailFar(Gate.NewName(), "far"))).Message);

    [Fact]
    public async Task A_failure_before_the_first_await_comes_by_the_task()
    {
        var call = echo.FailAtOnce("at once");
        Assert.Equal("at once", (await Assert.ThrowsAsync<InvalidOperationException>(() => call)).Message);
    }

    [Fact]
    public async Task A_grain_that_failed_goes_on()
    {
        var name = await echo.Name();
        foreach (var failure in Enumerable.Range(0, 100).Select(_ => echo.Fail("again")).ToList())
            await Assert.ThrowsAsync<InvalidOperationException>(() => failure);
        Assert.Equal(name, await echo.Name());
    }
}
