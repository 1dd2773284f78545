using System;
using OpenTelemetry.Trace;

namespace Aggregation.Silo.Telemetry;

/// <summary>
/// Goes on with traces that began in this cluster, and judges those that a sender begins like those that begin here: whoever sets the
/// flag of a trace is not to decide how many a silo keeps. A sender's trace that is not kept elsewhere is not kept here either.
/// </summary>
/// <param name="limit">Which traces are kept.</param>
internal sealed class SenderSampler(Sampler limit) : Sampler
{
    private readonly ParentBasedSampler within = new(limit);

    /// <inheritdoc/>
    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters)
    {
        var goesOn = within.ShouldSample(samplingParameters);
        return samplingParameters.ParentContext != default
            && goesOn.Decision != SamplingDecision.Drop
            && string.Equals(samplingParameters.Name, RequestSampler.Request, StringComparison.Ordinal)
            ? limit.ShouldSample(samplingParameters)
            : goesOn;
    }
}
