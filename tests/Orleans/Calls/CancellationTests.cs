using System;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Tests.Orleans.Engines;
using Xunit;

namespace Aggregation.Tests.Orleans.Calls;

public sealed class CancellationTests(EngineFixture engine) : IClassFixture<EngineFixture>
{
    private IEchoGrain Echo => engine.Grains.GetGrain<IEchoGrain>(Gate.NewName());

    [Fact]
    public async Task A_cancellation_ends_the_callers_wait_and_reaches_the_grain()
    {
        using var source = new CancellationTokenSource();
        var gate = Gate.NewName();
        var call = Echo.WaitForToken(gate, source.Token);
        await Gate.Of(gate).Entered();
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.Soon());
        await Gate.Of($"{gate} cancelled").Entered();
    }

    [Fact]
    public async Task A_cancellation_passes_through_grains()
    {
        using var source = new CancellationTokenSource();
        var gate = Gate.NewName();
        var call = Echo.WaitForTokenOf(Gate.NewName(), gate, source.Token);
        await Gate.Of(gate).Entered();
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.Soon());
        await Gate.Of($"{gate} cancelled").Entered();
    }

    [Fact]
    public async Task A_method_that_does_not_look_runs_to_its_end()
    {
        using var source = new CancellationTokenSource();
        var gate = Gate.NewName();
        var echo = Echo;
        var call = echo.Wait(gate, source.Token);
        await Gate.Of(gate).Entered();
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.Soon());
        Gate.Of(gate).Open();
        await Gate.Of($"{gate} done").Entered();
        Assert.Equal(2, await echo.Add(1, 1));
    }

    [Fact]
    public async Task A_call_that_was_cancelled_while_it_waited_ends_its_callers_wait()
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
        Gate.Of(second).Open();
        await running.Soon();
        await echo.Nothing().Soon();
    }

    [Fact]
    public async Task A_call_that_is_cancelled_beforehand_is_never_sent()
    {
        var gate = Gate.NewName();
        var echo = Echo;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => echo.Wait(gate, new CancellationToken(canceled: true)));
        await echo.Nothing();
        Assert.False(Gate.Of(gate).IsEntered);
    }

    [Fact]
    public async Task A_token_that_is_not_cancelled_changes_nothing()
    {
        using var source = new CancellationTokenSource();
        Assert.False(await Echo.IsCancellable(source.Token));
        Assert.False(await Echo.IsCancellable(CancellationToken.None));
    }
}
