using System;

namespace Aggregation.Ledger;

/// <summary>How instants and days stand in the ledger's rows.</summary>
internal static class Instant
{
    /// <summary>Whole microseconds since 1970-01-01 UTC; what is finer is cut off.</summary>
    public static long ToMicroseconds(DateTimeOffset instant) =>
        (long)Math.Floor((instant.UtcTicks - DateTime.UnixEpoch.Ticks) / (decimal)TimeSpan.TicksPerMicrosecond);

    /// <summary>The instant of that many microseconds since 1970-01-01 UTC.</summary>
    public static DateTimeOffset FromMicroseconds(long microseconds) =>
        new(DateTime.UnixEpoch.Ticks + (microseconds * TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

    /// <summary>A day as the number 20170220.</summary>
    public static int ToNumber(DateOnly day) => (day.Year * 10_000) + (day.Month * 100) + day.Day;

    /// <summary>The day of a number such as 20170220.</summary>
    public static DateOnly ToDay(int number) => new(number / 10_000, number / 100 % 100, number % 100);
}
