using System;
using Aggregation.Contracts;

namespace Aggregation.Commands.Doctoring;

/// <summary>What a silo said, and when it was asked by this machine's clock.</summary>
/// <param name="Diagnosis">What it said.</param>
/// <param name="AskedAt">When the question left.</param>
/// <param name="Took">How long the answer took.</param>
internal sealed record TimedDiagnosis(Diagnosis Diagnosis, DateTimeOffset AskedAt, TimeSpan Took)
{
    /// <summary>
    /// How far the silo's clock is surely ahead of this machine's; negative where it is behind, zero where the way of the question may
    /// explain it.
    /// </summary>
    public TimeSpan ClockAhead
    {
        get
        {
            var sinceAsked = Diagnosis.TakenAt - AskedAt;
            if (sinceAsked < TimeSpan.Zero)
                return sinceAsked;
            return sinceAsked > Took ? sinceAsked - Took : TimeSpan.Zero;
        }
    }
}
