using System;
using System.Collections.Generic;

namespace Aggregation.Api.History;

/// <summary>The days of a history's points.</summary>
public static class HistoryDays
{
    /// <summary>The most points a history can have.</summary>
    public const int Most = 1_000;

    /// <summary>The end of each step from the one that holds <paramref name="from"/>, the last point on <paramref name="to"/>.</summary>
    public static IEnumerable<DateOnly> Ends(DateOnly from, DateOnly to, HistoryStep step)
    {
        var day = from;
        while (true)
        {
            var end = EndOf(day, step);
            if (end >= to)
                break;
            yield return end;
            day = end.AddDays(1);
        }

        yield return to;
    }

    private static DateOnly EndOf(DateOnly day, HistoryStep step) => step switch
    {
        HistoryStep.Day => day,
        HistoryStep.Month => new DateOnly(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month)),
        _ => new DateOnly(day.Year, 12, 31),
    };
}
