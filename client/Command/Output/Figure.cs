using System;
using System.Globalization;

namespace Aggregation.Commands.Output;

/// <summary>Figures as the reader writes them.</summary>
internal static class Figure
{
    public static string Of(long number) => number.ToString("N0", CultureInfo.CurrentCulture);

    public static string Of(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "–";

    public static string Of(DateTimeOffset? instant) =>
        instant?.ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "–";

    public static string Share(long part, long whole) =>
        whole == 0 ? "–" : ((double)part / whole).ToString("P1", CultureInfo.CurrentCulture);
}
