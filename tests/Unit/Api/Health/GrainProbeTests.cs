using System;
using System.Threading.Tasks;
using Aggregation.Api.Health;
using Aggregation.Domain.Units;
using Aggregation.Ledger;
using Aggregation.Tests.Api.Live;
using Aggregation.Tests.Support;
using Xunit;

namespace Aggregation.Tests.Api.Health;

/// <summary>A silo whose units do not answer says so to whoever routes.</summary>
public sealed class GrainProbeTests
{
    private readonly StepTime time = new();
    private readonly Readiness readiness = new();
    private readonly SilentGrains grains;
    private readonly GrainProbe probe;

    public GrainProbeTests()
    {
        var registry = new UnitRegistry("2023");
        registry.Publish(Trees.Small());
        (var factory, grains) = SilentGrains.Make();
        probe = new GrainProbe(registry, factory, readiness, time);
    }

    [Fact]
    public async Task A_unit_that_is_silent_for_a_while_takes_the_silo_out_of_rotation_until_it_answers()
    {
        await LookForAsync(GrainProbe.Patience * 2);
        Assert.True(readiness.GrainsAnswer);
        grains.Silent = "48";
        await LookForAsync(GrainProbe.Patience / 3);
        Assert.True(readiness.GrainsAnswer);
        await LookForAsync(GrainProbe.Patience * 2);
        Assert.False(readiness.GrainsAnswer);
        grains.Silent = null;
        await LookForAsync(TimeSpan.FromSeconds(2));
        Assert.True(readiness.GrainsAnswer);
    }

    [Fact]
    public async Task A_unit_that_says_what_is_wrong_answers()
    {
        grains.Failure = new LedgerUnavailableException("The disk is full.");
        await LookForAsync(GrainProbe.Patience * 2);
        Assert.True(readiness.GrainsAnswer);
        grains.Failure = new Orleans.Runtime.OrleansException("Nobody is there.");
        await LookForAsync(GrainProbe.Patience * 2);
        Assert.False(readiness.GrainsAnswer);
    }

    private async Task LookForAsync(TimeSpan span)
    {
        for (var end = time.GetUtcNow() + span; time.GetUtcNow() < end; time.Advance(TimeSpan.FromSeconds(2)))
            await probe.LookAsync();
    }
}
