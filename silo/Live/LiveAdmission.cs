using System;
using Aggregation.Reports;
using Aggregation.Security;

namespace Aggregation.Live;

/// <summary>Lets a viewer stay as long as the key it came with is good, as far as the key itself tells.</summary>
/// <param name="time">The clock.</param>
public sealed class LiveAdmission(TimeProvider time) : ILiveAdmission
{
    /// <inheritdoc/>
    public bool MayStay(Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return caller.Key is { } key ? key.RevokedAt is null && !(key.ExpiresOn < ReportDay.Today(time)) : caller.ReadsAnything;
    }
}
