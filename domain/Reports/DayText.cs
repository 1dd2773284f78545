using System;
using System.Globalization;

namespace Aggregation.Domain.Reports;

/// <summary>Days as text: <c>yyyy-MM-dd</c>, and no other form.</summary>
public static class DayText
{
    private const string Form = "yyyy-MM-dd";

    /// <summary>Reads a day of the calendar.</summary>
    public static bool TryParse(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    /// <summary>Writes a day.</summary>
    public static string Format(DateOnly day) => day.ToString(Form, CultureInfo.InvariantCulture);
}
