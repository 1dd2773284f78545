using System.Threading;
using System.Threading.Tasks;
using Aggregation.Tests.Orleans.Engines;
using Orleans;
using Orleans.Concurrency;

namespace Aggregation.Tests.Orleans.Turns;

public interface ITurnGrain : IGrainWithStringKey
{
    Task<int> CountSlowly();

    Task<bool> StaysOnItsScheduler();

    Task<bool> ContinuationsStay();

    Task<bool> TasksStay();

    Task<bool> LeavesByTaskRun();

    Task<int> StartUnawaited(int tasks);

    [AlwaysInterleave]
    Task<(int Counter, int MostAtOnce, int Waiting)> Seen();

    Task Hold(string gate);

    [ReadOnly]
    Task Read(string gate);

    [AlwaysInterleave]
    Task Interleave(string gate);

    [AlwaysInterleave]
    Task Ping();

    Task Call(string other, string gate);

    [AlwaysInterleave]
    Task CallInterleaving(string other, string gate);

    Task Block(string gate);

    Task CallAndBlock(string other, string gate);

    Task WaitToBeReleased();

    [AlwaysInterleave]
    Task ReleaseAndBlock(string gate);
}

internal sealed class TurnGrain : Grain, ITurnGrain
{
    private int _counter;
    private int _now;
    private int _mostAtOnce;
    private TaskCompletionSource? _release;

    public async Task<int> CountSlowly()
    {
        var before = _counter;
        Enter();
        await Task.Yield();
        await GrainFactory.GetGrain<ITurnGrain>($"{this.GetPrimaryKeyString()} helper").Ping();
        Leave();
        return _counter = before + 1;
    }

    public async Task<bool> StaysOnItsScheduler()
    {
        var mine = TaskScheduler.Current;
        await Task.Yield();
        var afterYield = TaskScheduler.Current;
        await Task.Delay(1);
        return mine != TaskScheduler.Default && afterYield == mine && TaskScheduler.Current == mine && SynchronizationContext.Current is null;
    }

    public async Task<bool> ContinuationsStay()
    {
        var mine = TaskScheduler.Current;
        var continued = Task.Delay(1).ContinueWith(_ => TaskScheduler.Current, TaskScheduler.Current);
        return await continued == mine;
    }

    public async Task<bool> TasksStay()
    {
        var mine = TaskScheduler.Current;
        var started = Task.Factory.StartNew(static () => TaskScheduler.Current, CancellationToken.None, TaskCreationOptions.None, TaskScheduler.Current);
        return await started == mine;
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
        return _counter;

        async Task CountAsync()
        {
            await Task.Yield();
            Enter();
            var before = _counter;
            Thread.SpinWait(50);
            _counter = before + 1;
            Leave();
            if (--left == 0)
                done.SetResult();
        }
    }

    public Task<(int Counter, int MostAtOnce, int Waiting)> Seen() => Task.FromResult((_counter, _mostAtOnce, _release is null ? 0 : 1));

    public Task Hold(string gate) => Gate.Of(gate).EnterAndWait();

    public Task Read(string gate) => Gate.Of(gate).EnterAndWait();

    public Task Interleave(string gate) => Gate.Of(gate).EnterAndWait();

    public Task Ping() => Task.CompletedTask;

    public async Task Call(string other, string gate)
    {
        Gate.Of(gate).Enter();
        await GrainFactory.GetGrain<ITurnGrain>(other).Call(this.GetPrimaryKeyString(), $"{gate} back");
    }

    public async Task CallInterleaving(string other, string gate)
    {
        if (Gate.Of(gate).IsEntered)
            return;
        Gate.Of(gate).Enter();
        await GrainFactory.GetGrain<ITurnGrain>(other).CallInterleaving(this.GetPrimaryKeyString(), gate);
    }

    public Task Block(string gate)
    {
        Gate.Of($"{gate} blocks").Enter();
        Gate.Of(gate).EnterAndWait().Wait();
        return Task.CompletedTask;
    }

    public async Task CallAndBlock(string other, string gate)
    {
        var call = GrainFactory.GetGrain<ITurnGrain>(other).Hold(gate);
        Gate.Of(gate).Entered().Wait();
        Gate.Of(gate).Open();
        await call;
    }

    public Task WaitToBeReleased() => (_release = new TaskCompletionSource()).Task;

    public Task ReleaseAndBlock(string gate)
    {
        _release!.SetResult();
        return Block(gate);
    }

    private void Enter()
    {
        if (++_now > _mostAtOnce)
            _mostAtOnce = _now;
    }

    private void Leave() => _now--;
}

public interface IReentrantGrain : IGrainWithStringKey
{
    Task Hold(string gate);

    Task Ping();

    Task Call(string other, int depth);
}

[Reentrant]
internal sealed class ReentrantGrain : Grain, IReentrantGrain
{
    public Task Hold(string gate) => Gate.Of(gate).EnterAndWait();

    public Task Ping() => Task.CompletedTask;

    public async Task Call(string other, int depth)
    {
        if (depth > 0)
            await GrainFactory.GetGrain<IReentrantGrain>(other).Call(this.GetPrimaryKeyString(), depth - 1);
    }
}
