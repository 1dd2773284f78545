using System;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Tests.Orleans.Engines;
using Xunit;

namespace Aggregation.Tests.Orleans.Calls;

public sealed class ExceptionTests(EngineFixture engine) : IClassFixture<EngineFixture>
{
    private IEchoGrain Echo => engine.Grains.GetGrain<IEchoGrain>(Gate.NewName());

    [Fact]
    public async Task A_failure_reaches_the_caller_with_type_message_and_stack()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => Echo.Fail("why"));
        Assert.Equal("why", failure.Message);
        Assert.Contains("Fail", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_before_the_first_await_comes_by_the_task()
    {
        var call = Echo.FailAtOnce("at once");
        Assert.Equal("at once", (await Assert.ThrowsAsync<ArgumentException>(() => call)).Message);
        Assert.Equal("value", (await Assert.ThrowsAsync<NotSupportedException>(() => Echo.FailValue("value").AsTask())).Message);
    }

    [Fact]
    public async Task A_failure_of_the_projects_own_keeps_its_members() =>
        Assert.Equal(17, (await Assert.ThrowsAsync<OddException>(() => Echo.FailOddly(17))).Number);

    [Fact]
    public async Task A_failure_passes_through_grains() =>
        Assert.Equal("far", (await Assert.ThrowsAsync<InvalidOperationException>(() => Echo.FailFar(Gate.NewName(), "far"))).Message);

    [Fact]
    public async Task A_cancelled_method_cancels_the_call() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Echo.Cancelled());

    [Fact]
    public async Task A_grain_that_failed_goes_on()
    {
        var echo = Echo;
        var failures = Enumerable.Range(0, 100).Select(_ => echo.Fail("again")).ToList();
        foreach (var failure in failures)
            await Assert.ThrowsAsync<InvalidOperationException>(() => failure);
        Assert.Equal(3, await echo.Add(1, 2));
    }
}
