using System;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Tests.Orleans.Calls;
using Aggregation.Tests.Orleans.Engines;
using Xunit;

namespace Aggregation.Tests.Orleans.Turns;

public sealed class DeadlockTests : IAsyncLifetime
{
    private ITestEngine _engine = null!;

    public async Task InitializeAsync() =>
        _engine = await TestEngine.StartAsync(new EngineSettings { ResponseTimeout = TimeSpan.FromSeconds(1) });

    public async Task DisposeAsync() => await _engine.DisposeAsync();

    [Fact]
    public async Task A_circle_of_calls_ends_by_timeout_and_the_grains_go_on()
    {
        var (one, other) = (Gate.NewName(), Gate.NewName());
        var grain = _engine.Grains.GetGrain<ITurnGrain>(one);
        await Assert.ThrowsAsync<TimeoutException>(() => grain.Call(other, Gate.NewName()).Soon());
        Assert.Equal(1, await AfterTimeouts(grain.CountSlowly));
        Assert.Equal(1, await AfterTimeouts(_engine.Grains.GetGrain<ITurnGrain>(other).CountSlowly));
    }

    [Fact]
    public async Task A_request_that_timed_out_runs_to_its_end()
    {
        var gate = Gate.NewName();
        var echo = _engine.Grains.GetGrain<IEchoGrain>(Gate.NewName());
        var call = echo.Wait(gate, CancellationToken.None);
        await Gate.Of(gate).Entered();
        await Assert.ThrowsAsync<TimeoutException>(() => call.Soon());
        Gate.Of(gate).Open();
        await Gate.Of($"{gate} done").Entered();
        Assert.Equal(3, await AfterTimeouts(() => echo.Add(1, 2)));
    }

    [Fact]
    public async Task A_request_that_timed_out_while_it_waited_never_runs()
    {
        var (first, second) = (Gate.NewName(), Gate.NewName());
        var echo = _engine.Grains.GetGrain<IEchoGrain>(Gate.NewName());
        var running = echo.Wait(first, CancellationToken.None);
        await Gate.Of(first).Entered();
        var waiting = echo.Wait(second, CancellationToken.None);
        await Assert.ThrowsAsync<TimeoutException>(() => waiting.Soon());
        await Assert.ThrowsAsync<TimeoutException>(() => running.Soon());
        Gate.Of(first).Open();
        await AfterTimeouts(() => echo.Add(1, 2));
        Assert.False(Gate.Of(second).IsEntered);
    }

    [Fact]
    public async Task A_method_may_have_a_timeout_of_its_own()
    {
        var patient = _engine.Grains.GetGrain<IPatientGrain>(Gate.NewName());
        var gate = Gate.NewName();
        var impatient = _engine.Grains.GetGrain<ITurnGrain>(Gate.NewName()).Hold(Gate.NewName());
        var call = patient.Hold(gate);
        await Gate.Of(gate).Entered();
        await Assert.ThrowsAsync<TimeoutException>(() => impatient.Soon());
        Gate.Of(gate).Open();
        await call.Soon();
    }

    /// <summary>The grain may still be busy with calls that nobody waits for any more.</summary>
    private static async Task<T> AfterTimeouts<T>(Func<Task<T>> call)
    {
        while (true)
        {
            try
            {
                return await call().Soon();
            }
            catch (TimeoutException)
            {
                // It was still busy.
            }
        }
    }
}
