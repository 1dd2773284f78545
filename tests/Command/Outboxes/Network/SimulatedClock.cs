using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Aggregation.Tests.Command.Outboxes.Network;

/// <summary>
/// A clock that stands still, and goes at once to the next moment at which anybody waits for something when it is told to.
/// </summary>
public sealed class SimulatedClock : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);

    private readonly Lock turn = new();
    private readonly SortedDictionary<(long Due, long Number), Alarm> alarms = [];
    private long now;
    private long numbers;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How long it has run.</summary>
    public TimeSpan Elapsed => new(Interlocked.Read(ref now));

    public override DateTimeOffset GetUtcNow() => Start + Elapsed;

    public override long GetTimestamp() => Elapsed.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, callback, state);
        alarm.Change(dueTime, period);
        return alarm;
    }

    /// <summary>Goes to the next moment; false when nobody waits for any.</summary>
    public bool GoOn()
    {
        Alarm alarm;
        lock (turn)
        {
            using var first = alarms.GetEnumerator();
            if (!first.MoveNext())
                return false;
            alarm = first.Current.Value;
            alarms.Remove(first.Current.Key);
            alarm.Place = null;
            Interlocked.Exchange(ref now, Math.Max(now, first.Current.Key.Due));
        }

        alarm.Ring();
        return true;
    }

    private sealed class Alarm(SimulatedClock clock, TimerCallback callback, object? state) : ITimer
    {
        public (long Due, long Number)? Place { get; set; }

        public void Ring() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.turn)
            {
                if (Place is { } old)
                    clock.alarms.Remove(old);
                Place = dueTime == Timeout.InfiniteTimeSpan ? null : (clock.now + dueTime.Ticks, clock.numbers++);
                if (Place is { } place)
                    clock.alarms.Add(place, this);
                return true;
            }
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
