using System;
using System.Globalization;

namespace Aggregation.Files.Texts;

/// <summary>Days as people write them: <c>20/02/2017</c> (day, month, year) or <c>2017-02-20</c>.</summary>
internal static class DayText
{
    private static readonly string[] Forms = ["d/M/yyyy", "yyyy-MM-dd"];

    /// <summary>The first day a report can speak of.</summary>
    public static readonly DateOnly First = new(2000, 1, 1);

    /// <summary>Reads a day of the calendar.</summary>
    public static bool TryParse(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    /// <summary>Writes a day as the API does.</summary>
    public static string Format(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
