using System;
using System.Collections.Generic;
using System.Threading;
using Aggregation.Client;

namespace Aggregation.Tests.Command.Client;

/// <summary>
/// A clock on which every wait is over at once, and which remembers how long it would have been. A try never takes too long.
/// </summary>
public sealed class SkippingTime : TimeProvider
{
    private static readonly TimeSpan LongestTry = new AggregationClientOptions().Timeout;

    public List<TimeSpan> Waits { get; } = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime == LongestTry)
            return base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, period);
        Waits.Add(dueTime);
        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
