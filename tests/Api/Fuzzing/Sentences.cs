using System;
using System.Linq;
using Xunit;

namespace Aggregation.Tests.Fuzzing;

/// <summary>What a refusal must say.</summary>
internal static class Sentences
{
    /// <summary>A text for people: nothing invisible in it, no placeholder left, no trace of the program.</summary>
    public static void IsOne(string text)
    {
        Assert.InRange(text.Length, 10, 1_000);
        Assert.DoesNotContain(text, letter => char.IsControl(letter));
        Assert.DoesNotContain("{0}", text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        Assert.Contains(text, char.IsLetter);
        Assert.True(text.Any(letter => letter == ' '), text);
    }
}
