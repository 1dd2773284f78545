using System;
using Aggregation.Silo.Clustering;
using Xunit;

namespace Aggregation.Tests.Silo.Clustering;

/// <summary>The clock that nobody sets.</summary>
public sealed class SteadyTimeTests
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(5);

    [Theory]
    [InlineData(60)]
    [InlineData(-60)]
    public void A_clock_that_was_set_is_seen_once_each_time_it_is(int seconds)
    {
        var (steady, clock) = (new SteadyTime(), new SetClock());
        Assert.False(steady.SeesSet(clock, Most));

        clock.Ahead = TimeSpan.FromSeconds(seconds);
        Assert.True(steady.SeesSet(clock, Most));
        Assert.False(steady.SeesSet(clock, Most));

        clock.Ahead = TimeSpan.Zero;
        Assert.True(steady.SeesSet(clock, Most));
        Assert.False(steady.SeesSet(clock, Most));
    }

    [Fact]
    public void Small_steps_are_none_however_many()
    {
        var (steady, clock) = (new SteadyTime(), new SetClock());
        for (var step = 1; step <= 20; step++)
        {
            clock.Ahead = TimeSpan.FromSeconds(step);
            Assert.False(steady.SeesSet(clock, Most));
        }
    }

    private sealed class SetClock : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
    }
}
