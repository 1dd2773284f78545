using System;

namespace Aggregation.Domain.Reports;

/// <summary>The calendar of reports: days in Asia/Ho_Chi_Minh (UTC+7 all year), from 2000-01-01 to today.</summary>
public static class ReportDay
{
    /// <summary>The first day a report can speak of.</summary>
    public static readonly DateOnly First = new(2000, 1, 1);

    private static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    /// <summary>Today in Asia/Ho_Chi_Minh.</summary>
    public static DateOnly Today(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return Of(time.GetUtcNow());
    }

    /// <summary>The day of an instant in Asia/Ho_Chi_Minh.</summary>
    public static DateOnly Of(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);
}
