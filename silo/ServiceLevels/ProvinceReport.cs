using System;

namespace Aggregation.Silo.ServiceLevels;

/// <summary>When anybody in a province last reported.</summary>
/// <param name="Code">The province.</param>
/// <param name="RecordedAt">When the newest row of its area was recorded, UTC; null when nobody ever did.</param>
internal sealed record ProvinceReport(string Code, DateTimeOffset? RecordedAt);
