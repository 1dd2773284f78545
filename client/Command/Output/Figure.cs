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

    // As the page has it: half of a tenth is rounded up, only all is 100 % and only none 0 %.
    public static string Share(long part, long whole)
    {
        if (whole == 0)
            return "–";
        var tenths = ((part * 2_000) + whole) / (whole * 2);
        return (Math.Clamp(tenths, part > 0 ? 1 : 0, part < whole ? 999 : tenths) / 1_000m).ToString("P1", CultureInfo.CurrentCulture);
    }
}
