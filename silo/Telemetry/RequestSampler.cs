using System;
using OpenTelemetry.Trace;

namespace Aggregation.Silo.Telemetry;

/// <summary>
/// Lets traces begin with a request of HTTP only. Units call each other all the time, most of them for a report whose trace is not
/// kept, and such a call would else begin a trace that says nothing.
/// </summary>
/// <param name="inner">Which of those traces are kept.</param>
internal sealed class RequestSampler(Sampler inner) : Sampler
{
    // The name under which ASP.NET Core starts the span of a request.
    internal const string Request = "Microsoft.AspNetCore.Hosting.HttpRequestIn";

    /// <inheritdoc/>
    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters) =>
        samplingParameters.ParentContext == default && !string.Equals(samplingParameters.Name, Request, StringComparison.Ordinal)
            ? new SamplingResult(SamplingDecision.Drop)
            : inner.ShouldSample(samplingParameters);
}
