using System;
using System.Threading.Tasks;
using Aggregation.Tests.Orleans.Fixtures;
using Orleans.Configuration;
using Orleans.Hosting;
using Xunit;

namespace Aggregation.Tests.Orleans.Timeouts;

public sealed class TimeoutTests : IAsyncLifetime
{
    private readonly string gate = Gate.NewName();
    private TestSilo silo = null!;

    private IPatientGrain Grain => silo.Grains.GetGrain<IPatientGrain>(Gate.NewName());

    public async Task InitializeAsync() =>
        silo = await TestSilo.StartAsync(one =>
            one.Configure<SiloMessagingOptions>(options => options.ResponseTimeout = TimeSpan.FromSeconds(1)));

    public async Task DisposeAsync() => await silo.DisposeAsync();

    [Fact]
    public async Task A_request_that_timed_out_runs_to_its_end()
    {
        var call = Grain.Hold(gate);
        await Assert.ThrowsAsync<TimeoutException>(() => call.Soon());
        await Gate.Of(gate).Entered();
        Gate.Of(gate).Open();
        await Gate.Of($"{gate} left").Entered();
    }

    [Fact]
    public async Task A_method_may_have_a_timeout_of_its_own()
    {
        var patient = Grain.HoldLong(gate);
        await Gate.Of(gate).Entered();
        var impatient = Grain.Hold(Gate.NewName());
        await Assert.ThrowsAsync<TimeoutException>(() => impatient.Soon());
        Gate.Of(gate).Open();
        await patient.Soon();
    }
}
