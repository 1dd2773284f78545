using System;

namespace Aggregation.Contracts;

/// <summary>When anybody in an area last reported.</summary>
/// <param name="Code">The unit at its top.</param>
/// <param name="Name">Its name.</param>
/// <param name="LastRecordedAt">When the newest report was recorded, UTC; null when nobody ever reported.</param>
public sealed record AreaReporting(string Code, string Name, DateTimeOffset? LastRecordedAt);
