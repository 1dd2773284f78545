using System;
using System.Linq;
using System.Text.RegularExpressions;

namespace Aggregation.Tests.Support;

/// <summary>Whether whoever fills in figures reads a sentence without knowing how programs speak.</summary>
internal static partial class PlainSentence
{
    private static readonly string[] Technical = ["/api/", "/openapi", "GET ", "POST ", "DELETE ", "Retry-After", "“aggregation "];

    public static void Assert(string sentence)
    {
        Xunit.Assert.DoesNotMatch(IsoDay(), sentence);
        foreach (var text in Technical)
            Xunit.Assert.DoesNotContain(text, sentence, StringComparison.Ordinal);
        var ids = Seed.Catalogue.Indicators.Select(indicator => indicator.Id);
        foreach (var id in ids.Where(id => id.Contains('-', StringComparison.Ordinal)))
            Xunit.Assert.DoesNotContain(id, sentence, StringComparison.Ordinal);
        Xunit.Assert.DoesNotMatch(Path(), sentence);
    }

    [GeneratedRegex(@"\d{4}-\d\d-\d\d", RegexOptions.NonBacktracking)]
    private static partial Regex IsoDay();

    // Of a JSON pointer, not of a day such as 20/02/2017 or day/month/year.
    [GeneratedRegex("(?:counts|statuses|declared|models|reports)/", RegexOptions.NonBacktracking)]
    private static partial Regex Path();
}
