using System;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Silo.Telemetry;
using Aggregation.Tests.Api.Live;
using FsCheck;
using FsCheck.Fluent;
using OpenTelemetry.Trace;
using Xunit;

namespace Aggregation.Tests.Silo.Telemetry;

public sealed class RateLimitingSamplerTests
{
    private const int PerSecond = 10;

    private readonly StepTime time = new();
    private readonly RateLimitingSampler sampler;

    public RateLimitingSamplerTests() => sampler = new RateLimitingSampler(PerSecond, time);

    [Fact]
    public void As_many_as_a_second_may_have_are_kept_at_once_and_no_more() =>
        Assert.Equal([.. Enumerable.Repeat(true, PerSecond), false, false], Enumerable.Range(0, PerSecond + 2).Select(_ => IsKept()));

    [Fact]
    public void The_next_is_kept_when_its_share_of_the_second_has_passed()
    {
        UseUp();

        time.Advance(TimeSpan.FromMilliseconds(99));
        Assert.False(IsKept());
        time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True(IsKept());
        Assert.False(IsKept());
    }

    [Fact]
    public void A_long_silence_saves_up_one_second_only()
    {
        UseUp();

        time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(PerSecond, UseUp());
    }

    [Fact]
    public void What_comes_no_faster_is_kept_whole()
    {
        for (var place = 0; place < PerSecond * 10; place++)
        {
            Assert.True(IsKept());
            time.Advance(TimeSpan.FromSeconds(1) / PerSecond);
        }
    }

    [Fact]
    public void However_they_come_no_more_are_kept_than_the_time_allows() =>
        Prop.ForAll<byte[]>(pauses =>
        {
            var clock = new StepTime();
            var limited = new RateLimitingSampler(PerSecond, clock);
            var kept = 0;
            foreach (var pause in pauses)
            {
                clock.Advance(TimeSpan.FromMilliseconds(pause));
                if (IsKept(limited))
                    kept++;
            }

            return kept <= PerSecond * (1 + clock.GetElapsedTime(0).TotalSeconds);
        }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Callers_side_by_side_share_the_limit()
    {
        var kept = 0;
        Parallel.For(0, 10_000, _ =>
        {
            if (IsKept())
                Interlocked.Increment(ref kept);
        });

        Assert.Equal(PerSecond, kept);
    }

    private int UseUp()
    {
        var kept = 0;
        while (IsKept())
            kept++;
        return kept;
    }

    private bool IsKept() => IsKept(sampler);

    private static bool IsKept(RateLimitingSampler sampler) =>
        sampler.ShouldSample(new SamplingParameters(default, ActivityTraceId.CreateRandom(), "request", ActivityKind.Server)).Decision
            == SamplingDecision.RecordAndSample;
}
