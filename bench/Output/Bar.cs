using System.Globalization;

namespace Aggregation.Bench.Output;

/// <summary>A limit that a figure must keep.</summary>
/// <param name="Text">The limit as people say it.</param>
/// <param name="IsMet">Whether it is kept.</param>
internal sealed record Bar(string Text, bool IsMet)
{
    /// <summary>The value must not be below a limit.</summary>
    public static Bar AtLeast(double value, double limit, string unit = "") => new($"≥ {Say(limit)}{unit}", value >= limit);

    /// <summary>The value must be below a limit.</summary>
    public static Bar Under(double value, double limit, string unit = "") => new($"< {Say(limit)}{unit}", value < limit);

    private static string Say(double limit) => limit.ToString("#,0.##", CultureInfo.InvariantCulture);
}
