using System;

namespace Aggregation.Api.Http;

/// <summary>The two dates that make a figure reproducible.</summary>
/// <param name="AsOf">Only reports effective on or before that day (Asia/Ho_Chi_Minh); null for all.</param>
/// <param name="KnownAt">Only rows recorded by then; null for everything known now.</param>
public readonly record struct FigureDates(DateOnly? AsOf, DateTimeOffset? KnownAt)
{
    /// <summary>True when neither is given: the live figure is meant.</summary>
    public bool IsLive => AsOf is null && KnownAt is null;
}
