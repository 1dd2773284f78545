using System;
using System.Diagnostics;
using System.Linq;
using Aggregation.Silo.Telemetry;
using Aggregation.Testing.Reference;
using OpenTelemetry.Trace;
using Xunit;

namespace Aggregation.Tests.Silo.Telemetry;

public sealed class SenderSamplerTests
{
    private const string Request = "Microsoft.AspNetCore.Hosting.HttpRequestIn";
    private const int PerSecond = 5;

    private readonly SenderSampler sampler = new(new RateLimitingSampler(PerSecond, new ManualTime(DateTimeOffset.UnixEpoch)));

    [Theory]
    [InlineData(ActivityTraceFlags.Recorded)]
    [InlineData(null)]
    public void A_senders_flag_lifts_no_limit(ActivityTraceFlags? sent) => Assert.InRange(Kept(sent, Request), 1, 2 * PerSecond);

    [Fact]
    public void What_a_sender_does_not_keep_is_not_kept() => Assert.Equal(0, Kept(ActivityTraceFlags.None, Request));

    [Fact]
    public void What_began_in_the_cluster_goes_on_without_limit() =>
        Assert.Equal(100, Kept(ActivityTraceFlags.Recorded, "IUnitGrain/Absorb"));

    private int Kept(ActivityTraceFlags? sent, string name) => Enumerable.Range(0, 100).Count(_ =>
    {
        var parent = sent is { } flags
            ? new ActivityContext(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), flags, isRemote: true)
            : default;
        return sampler.ShouldSample(new SamplingParameters(parent, ActivityTraceId.CreateRandom(), name, ActivityKind.Server)).Decision
            == SamplingDecision.RecordAndSample;
    });
}
