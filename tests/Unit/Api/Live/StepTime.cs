using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Aggregation.Tests.Api.Live;

/// <summary>A clock that moves when told, and fires the timers that are due.</summary>
internal sealed class StepTime : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<Timer> timers = [];
    private TimeSpan now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp()
    {
        lock (gate)
            return now.Ticks;
    }

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddTicks(GetTimestamp());

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves on and fires what is due.</summary>
    public void Advance(TimeSpan by)
    {
        List<Timer> due;
        lock (gate)
        {
            now += by;
            due = [.. timers.Where(timer => timer.DueAt <= now)];
            due.ForEach(timer => timer.Next());
        }

        due.ForEach(timer => timer.Fire());
    }

    private sealed class Timer(StepTime time, Action fire) : ITimer
    {
        private TimeSpan period;

        public TimeSpan DueAt { get; private set; }

        public Action Fire => fire;

        public bool Change(TimeSpan dueTime, TimeSpan newPeriod)
        {
            lock (time.gate)
            {
                period = newPeriod;
                DueAt = time.now + dueTime;
                time.timers.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                    time.timers.Add(this);
            }

            return true;
        }

        public void Next()
        {
            if (period == Timeout.InfiniteTimeSpan || period == TimeSpan.Zero)
                time.timers.Remove(this);
            else
                DueAt += period;
        }

        public void Dispose()
        {
            lock (time.gate)
                time.timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
