using System;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Tests.Conformance.Calls;
using Aggregation.Tests.Conformance.Engines;
using Xunit;

namespace Aggregation.Tests.Conformance.Embedded;

/// <summary>In Orleans a cancellation is a message of its own and may come too late; here it does not.</summary>
public sealed class CancellationTests(EngineFixture engine) : IClassFixture<EngineFixture>
{
    private IEchoGrain Echo => engine.Grains.GetGrain<IEchoGrain>(Gate.NewName());

    [Fact]
    public async Task A_call_that_was_cancelled_while_it_waited_never_runs()
    {
        using var source = new CancellationTokenSource();
        var (first, second) = (Gate.NewName(), Gate.NewName());
        var echo = Echo;
        var running = echo.Wait(first, CancellationToken.None);
        await Gate.Of(first).Entered();
        var waiting = echo.Wait(second, source.Token);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.Soon());
        Gate.Of(first).Open();
        await running.Soon();
        await echo.Nothing();
        Assert.False(Gate.Of(second).IsEntered);
    }
}
