using System;

namespace Aggregation.Contracts;

/// <summary>The two dates that make any figure reproducible; without them a figure is the live one.</summary>
/// <param name="AsOf">Only reports effective on or before this day (Asia/Ho_Chi_Minh); null for all.</param>
/// <param name="KnownAt">Only what was recorded by this instant; null for everything known now.</param>
public readonly record struct FigureDates(DateOnly? AsOf = null, DateTimeOffset? KnownAt = null)
{
    /// <summary>True when neither is given: the live figure is meant.</summary>
    public bool IsLive => AsOf is null && KnownAt is null;
}
