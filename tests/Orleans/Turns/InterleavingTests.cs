using System.Linq;
using System.Threading.Tasks;
using Aggregation.Tests.Orleans.Engines;
using Xunit;

namespace Aggregation.Tests.Orleans.Turns;

public sealed class InterleavingTests(EngineFixture engine) : IClassFixture<EngineFixture>
{
    private readonly string _first = Gate.NewName();
    private readonly string _second = Gate.NewName();
    private readonly ITurnGrain _grain = engine.Grains.GetGrain<ITurnGrain>(Gate.NewName());

    [Fact]
    public async Task A_method_that_always_interleaves_runs_beside_any_other()
    {
        await Together(_grain.Hold(_first), () => _grain.Interleave(_second));
    }

    [Fact]
    public async Task Any_other_runs_beside_a_method_that_always_interleaves()
    {
        await Together(_grain.Interleave(_first), () => _grain.Hold(_second));
    }

    [Fact]
    public async Task Reads_run_beside_reads() => await Together(_grain.Read(_first), () => _grain.Read(_second));

    [Fact]
    public async Task A_read_waits_for_a_write() => await OneAfterTheOther(_grain.Hold(_first), () => _grain.Read(_second));

    [Fact]
    public async Task A_write_waits_for_a_read() => await OneAfterTheOther(_grain.Read(_first), () => _grain.Hold(_second));

    [Fact]
    public async Task A_write_waits_for_a_write() => await OneAfterTheOther(_grain.Hold(_first), () => _grain.Hold(_second));

    [Fact]
    public async Task Many_reads_run_at_once()
    {
        var gates = Enumerable.Range(0, 20).Select(static _ => Gate.NewName()).ToList();
        var reads = gates.Select(_grain.Read).ToList();
        foreach (var gate in gates)
            await Gate.Of(gate).Entered();
        foreach (var gate in gates)
            Gate.Of(gate).Open();
        await Task.WhenAll(reads).Soon();
    }

    [Fact]
    public async Task All_calls_of_a_reentrant_class_interleave()
    {
        var grain = engine.Grains.GetGrain<IReentrantGrain>(Gate.NewName());
        await Together(grain.Hold(_first), () => grain.Hold(_second));
    }

    [Fact]
    public async Task Reentrant_grains_may_call_each_other_in_a_circle() =>
        await engine.Grains.GetGrain<IReentrantGrain>(_first).Call(_second, depth: 10).Soon();

    [Fact]
    public async Task A_circle_of_interleaving_calls_does_not_block() => await _grain.CallInterleaving(_second, _first).Soon();

    private async Task Together(Task first, System.Func<Task> second)
    {
        await Gate.Of(_first).Entered();
        var other = second();
        await Gate.Of(_second).Entered();
        Gate.Of(_second).Open();
        await other.Soon();
        Assert.False(first.IsCompleted);
        Gate.Of(_first).Open();
        await first.Soon();
    }

    private async Task OneAfterTheOther(Task first, System.Func<Task> second)
    {
        await Gate.Of(_first).Entered();
        var other = second();
        await _grain.Ping();
        Assert.False(Gate.Of(_second).IsEntered);
        Gate.Of(_first).Open();
        await first.Soon();
        await Gate.Of(_second).Entered();
        Gate.Of(_second).Open();
        await other.Soon();
    }
}
