using System;
using System.Globalization;

namespace Aggregation.Tests.Fuzzing;

/// <summary>
/// How many inputs are drawn, and from which seed: <c>AGGREGATION_FUZZ=1000000 AGGREGATION_FUZZ_SEED=7 dotnet test tests/Api
/// --filter Fuzzing</c>. An input depends on its number and the seed alone, so that a failure names all that makes it again.
/// </summary>
internal static class FuzzPlan
{
    /// <summary>How many inputs in all.</summary>
    public static int Inputs { get; } = Read("AGGREGATION_FUZZ", 100_000);

    /// <summary>Where the drawing begins.</summary>
    public static int Seed { get; } = Read("AGGREGATION_FUZZ_SEED", 20_170_220);

    /// <summary>How many of them are of one sort.</summary>
    public static int Share(int percent) => (int)(Inputs * (long)percent / 100);

    /// <summary>What draws the input of that number.</summary>
    public static Random RandomOf(int number) => new(unchecked((Seed * 486_187_739) + number));

    /// <summary>How a failure is told.</summary>
    public static string Tell(string sort, int number, byte[] input, string what)
    {
        var shown = Convert.ToBase64String(input.AsSpan(0, Math.Min(input.Length, 12_000)));
        return string.Create(CultureInfo.InvariantCulture, $"{sort} {number} of seed {Seed}: {what}\n{shown}");
    }

    private static int Read(string variable, int fallback) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : fallback;
}
