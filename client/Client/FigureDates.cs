using System;

namespace Aggregation.Client;

/// <summary>The two dates that make any figure reproducible; without them a figure is the live one.</summary>
/// <param name="AsOf">Only reports effective on or before this day (Asia/Ho_Chi_Minh).</param>
/// <param name="KnownAt">Only what was recorded by this instant.</param>
public readonly record struct FigureDates(DateOnly? AsOf = null, DateTimeOffset? KnownAt = null);
