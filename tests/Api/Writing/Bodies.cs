using System;
using System.Globalization;
using System.Linq;

namespace Aggregation.Tests.Writing;

/// <summary>Bodies of <c>POST /reports</c>.</summary>
internal static class Bodies
{
    /// <summary>A key that nothing else uses.</summary>
    public static string NewKey() => Guid.NewGuid().ToString("N");

    /// <summary>A batch of reports written as JSON.</summary>
    public static string Batch(params string[] reports) => $$"""{"reports":[{{string.Join(',', reports)}}]}""";

    /// <summary>A report with these figures.</summary>
    public static string Report(string figures, string unit = WritingSilo.Commune, string? key = null, string day = "2017-02-20") =>
        $$"""{"unit":"{{unit}}","idempotencyKey":"{{key ?? NewKey()}}","effectiveOn":"{{day}}",{{figures}}}""";

    /// <summary>A valid report.</summary>
    public static string Valid(string unit = WritingSilo.Commune, string? key = null, int agencies = 3) =>
        Report(string.Create(CultureInfo.InvariantCulture, $$""" "counts":{"agencies":{{agencies}}} """), unit, key);

    /// <summary>As many valid reports as wanted.</summary>
    public static string Many(int count) => Batch([.. Enumerable.Range(0, count).Select(_ => Valid())]);
}
