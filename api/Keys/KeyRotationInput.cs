using Aggregation.Domain.Reports;

namespace Aggregation.Api.Keys;

/// <summary>The body of <c>POST /keys/{id}/rotate</c>: of the right shape, but not yet validated.</summary>
internal sealed class KeyRotationInput
{
    /// <summary>How many days the old key stays good; null when none was sent.</summary>
    public WholeNumber? OverlapDays { get; set; }

    /// <summary>The new key's last day, as text; null when none was sent.</summary>
    public string? ExpiresOn { get; set; }
}
