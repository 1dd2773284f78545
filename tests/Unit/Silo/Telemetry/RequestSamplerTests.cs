using System.Diagnostics;
using Aggregation.Silo.Telemetry;
using OpenTelemetry.Trace;
using Xunit;

namespace Aggregation.Tests.Silo.Telemetry;

public sealed class RequestSamplerTests
{
    private const string Request = "Microsoft.AspNetCore.Hosting.HttpRequestIn";

    private static readonly ActivityContext Parent = new(
        ActivityTraceId.CreateRandom(),
        ActivitySpanId.CreateRandom(),
        ActivityTraceFlags.Recorded);

    [Fact]
    public void A_request_begins_a_trace() => Assert.Equal(SamplingDecision.RecordAndSample, Decide(default, Request));

    [Fact]
    public void A_call_of_a_unit_begins_none() => Assert.Equal(SamplingDecision.Drop, Decide(default, "IUnitGrain/Absorb"));

    [Fact]
    public void A_call_of_a_unit_goes_on_in_a_trace() =>
        Assert.Equal(SamplingDecision.RecordAndSample, Decide(Parent, "IUnitGrain/Absorb"));

    private static SamplingDecision Decide(ActivityContext parent, string name) =>
        new RequestSampler(new AlwaysOnSampler()).ShouldSample(new SamplingParameters(
            parent,
            ActivityTraceId.CreateRandom(),
            name,
            ActivityKind.Server)).Decision;
}
