using System;
using System.Threading.Tasks;
using Aggregation.Tests.Orleans.Fixtures;
using Xunit;

namespace Aggregation.Tests.Orleans.Turns;

public sealed class InterleavingTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    private readonly string first = Gate.NewName();
    private readonly string second = Gate.NewName();
    private readonly ITurnGrain grain = silo.Grains.GetGrain<ITurnGrain>(Gate.NewName());

    [Fact]
    public async Task A_method_that_always_interleaves_runs_beside_any_other() =>
        await Together(grain.Hold(first), () => grain.Interleave(second));

    [Fact]
    public async Task Any_other_runs_beside_a_method_that_always_interleaves() =>
        await Together(grain.Interleave(first), () => grain.Hold(second));

    [Fact]
    public async Task A_circle_of_interleaving_calls_does_not_block() => await grain.CallInCircle(second, first).Soon();

    private async Task Together(Task running, Func<Task> call)
    {
        await Gate.Of(first).Entered();
        var beside = call();
        await Gate.Of(second).Entered();
        Gate.Of(second).Open();
        await beside.Soon();
        Assert.False(running.IsCompleted);
        Gate.Of(first).Open();
        await running.Soon();
    }
}
