using System;
using System.Collections.Generic;
using System.Threading;

namespace Aggregation.Tests.Command.Client;

/// <summary>A clock on which every wait is over at once, and which remembers how long it would have been.</summary>
public sealed class SkippingTime : TimeProvider
{
    public List<TimeSpan> Waits { get; } = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Waits.Add(dueTime);
        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
