using System;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Tests.Orleans.Fixtures;
using Orleans;
using Orleans.Concurrency;

namespace Aggregation.Tests.Orleans.Turns;

public interface ITurnGrain : IGrainWithStringKey
{
    Task<int> CountSlowly();

    Task<bool> StaysOnItsScheduler();

    Task<bool> LeavesByTaskRun();

    Task<int> StartUnawaited(int tasks);

    Task<int> MostAtOnce();

    Task Hold(string gate);

    [AlwaysInterleave]
    Task Interleave(string gate);

    [AlwaysInterleave]
    Task CallInCircle(string other, string gate);
}

internal sealed class TurnGrain : Grain, ITurnGrain
{
    private int counter;
    private int now;
    private int mostAtOnce;

    public async Task<int> CountSlowly()
    {
        var before = counter;
        Enter();
        await Task.Yield();
        await GrainFactory.GetGrain<ITurnGrain>($"{this.GetPrimaryKeyString()} helper").MostAtOnce();
        now--;
        return counter = before + 1;
    }

    public async Task<bool> StaysOnItsScheduler()
    {
        var mine = TaskScheduler.Current;
        await Task.Yield();
        var afterYield = TaskScheduler.Current;
        await Task.Delay(1);
        return mine != TaskScheduler.Default
            && afterYield == mine
            && TaskScheduler.Current == mine
            && SynchronizationContext.Current is null;
    }

    public async Task<bool> LeavesByTaskRun()
    {
        var mine = TaskScheduler.Current;
        var elsewhere = await Task.Run(static () => TaskScheduler.Current);
        return elsewhere == TaskScheduler.Default && TaskScheduler.Current == mine;
    }

    public async Task<int> StartUnawaited(int tasks)
    {
        var done = new TaskCompletionSource();
        var left = tasks;
        for (var i = 0; i < tasks; i++)
            _ = CountAsync();
        await done.Task;
        return counter;

        async Task CountAsync()
        {
            await Task.Yield();
            Enter();
            var before = counter;
            Thread.SpinWait(50);
            counter = before + 1;
            now--;
            if (--left == 0)
                done.SetResult();
        }
    }

    public Task<int> MostAtOnce() => Task.FromResult(mostAtOnce);

    public Task Hold(string gate) => Gate.Of(gate).EnterAndWait();

    public Task Interleave(string gate) => Gate.Of(gate).EnterAndWait();

    public async Task CallInCircle(string other, string gate)
    {
        if (Gate.Of(gate).IsEntered)
            return;
        Gate.Of(gate).Enter();
        await GrainFactory.GetGrain<ITurnGrain>(other).CallInCircle(this.GetPrimaryKeyString(), gate);
    }

    private void Enter() => mostAtOnce = Math.Max(mostAtOnce, ++now);
}
