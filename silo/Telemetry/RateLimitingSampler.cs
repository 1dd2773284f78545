using System;
using System.Threading;
using OpenTelemetry.Trace;

namespace Aggregation.Silo.Telemetry;

/// <summary>
/// Keeps so many traces a second and, after a quiet second, as many at once: all of them while little happens, and no more than a silo
/// can spare while much does. Safe for concurrent use.
/// </summary>
/// <param name="perSecond">How many; at least 1.</param>
/// <param name="time">The clock.</param>
internal sealed class RateLimitingSampler(int perSecond, TimeProvider time) : Sampler
{
    private readonly long second = time.TimestampFrequency;
    private readonly long interval = time.TimestampFrequency / perSecond;

    // Until when what was kept has used up its share of the time.
    private long spent = long.MinValue;

    /// <inheritdoc/>
    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters) =>
        new(TryKeep(time.GetTimestamp()) ? SamplingDecision.RecordAndSample : SamplingDecision.Drop);

    private bool TryKeep(long now)
    {
        while (true)
        {
            var seen = Volatile.Read(ref spent);
            var next = Math.Max(seen, now - second) + interval;
            if (next > now)
                return false;
            if (Interlocked.CompareExchange(ref spent, next, seen) == seen)
                return true;
        }
    }
}
