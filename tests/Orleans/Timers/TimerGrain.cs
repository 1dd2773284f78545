using System;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Tests.Orleans.Engines;
using Orleans;
using Orleans.Concurrency;
using Orleans.Runtime;

namespace Aggregation.Tests.Orleans.Timers;

public interface ITimerGrain : IGrainWithStringKey
{
    Task Start(string gate, int ticks);

    Task StartBlocking(string gate, bool interleave);

    Task StartBlockingAndHold(string gate, string call);

    Task StartFailing(string gate, int ticks);

    Task StartOnce(string gate);

    Task StartStopped(string gate);

    Task Change();

    Task Stop();

    Task End();

    Task Hold(string gate);

    [AlwaysInterleave]
    Task<(int Ticks, int MostAtOnce, bool OnScheduler)> Seen();

    [AlwaysInterleave]
    Task<bool> IsCancelled();

    Task<string> StartElsewhere();
}

internal sealed class TimerGrain : Grain, ITimerGrain
{
    private static readonly TimeSpan s_short = TimeSpan.FromMilliseconds(5);

    private IGrainTimer? _timer;
    private CancellationToken _cancellation;
    private int _ticks;
    private int _now;
    private int _mostAtOnce;
    private bool _onScheduler = true;

    public Task Start(string gate, int ticks)
    {
        var mine = TaskScheduler.Current;
        _timer = this.RegisterGrainTimer(
            async (state, cancellation) =>
            {
                _cancellation = cancellation;
                _mostAtOnce = Math.Max(_mostAtOnce, ++_now);
                await Task.Yield();
                await Task.Delay(1, CancellationToken.None);
                _onScheduler &= TaskScheduler.Current == mine;
                _now--;
                if (++_ticks >= ticks)
                    Gate.Of(state).Enter();
            },
            gate,
            new GrainTimerCreationOptions(TimeSpan.Zero, TimeSpan.FromMilliseconds(1)));
        return Task.CompletedTask;
    }

    public Task StartBlocking(string gate, bool interleave)
    {
        _timer = this.RegisterGrainTimer(
            () => Gate.Of(gate).EnterAndWait(),
            new GrainTimerCreationOptions { DueTime = s_short, Period = Timeout.InfiniteTimeSpan, Interleave = interleave });
        return Task.CompletedTask;
    }

    public async Task StartBlockingAndHold(string gate, string call)
    {
        await StartBlocking(gate, interleave: false);
        await Gate.Of(call).EnterAndWait();
    }

    public Task StartFailing(string gate, int ticks)
    {
        _timer = this.RegisterGrainTimer(
            _ =>
            {
                if (++_ticks >= ticks)
                    Gate.Of(gate).Enter();
                throw new InvalidOperationException("tick");
            },
            s_short,
            s_short);
        return Task.CompletedTask;
    }

    public Task StartOnce(string gate)
    {
        _timer = this.RegisterGrainTimer(
            () =>
            {
                _ticks++;
                Gate.Of($"{gate} {_ticks}").Enter();
                return Task.CompletedTask;
            },
            s_short,
            Timeout.InfiniteTimeSpan);
        return Task.CompletedTask;
    }

    public Task StartStopped(string gate)
    {
        _timer = this.RegisterGrainTimer(
            () =>
            {
                Gate.Of(gate).Enter();
                return Task.CompletedTask;
            },
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan);
        return Task.CompletedTask;
    }

    public Task Change()
    {
        _timer!.Change(s_short, Timeout.InfiniteTimeSpan);
        return Task.CompletedTask;
    }

    public Task Stop()
    {
        _timer!.Dispose();
        return Task.CompletedTask;
    }

    public Task End()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public Task Hold(string gate) => Gate.Of(gate).EnterAndWait();

    public Task<(int Ticks, int MostAtOnce, bool OnScheduler)> Seen() => Task.FromResult((_ticks, _mostAtOnce, _onScheduler));

    public Task<bool> IsCancelled() => Task.FromResult(_cancellation.IsCancellationRequested);

    public async Task<string> StartElsewhere()
    {
        try
        {
            await Task.Run(() => this.RegisterGrainTimer(static () => Task.CompletedTask, s_short, s_short));
            return "started";
        }
        catch (Exception refused)
        {
            return refused.GetType().Name;
        }
    }
}
