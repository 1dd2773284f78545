using System.Collections.Generic;

namespace Aggregation.Contracts;

/// <summary>A rule that finds reports of an indicator unusual.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Code"><c>jump</c>, <c>ceiling</c>, <c>same-as-below</c> or <c>reversal</c>: the code of the error, and what
/// <c>confirm</c> takes.</param>
/// <param name="Severity"><c>warning</c>: recorded only when it is confirmed; <c>error</c>: refused.</param>
/// <param name="Times">Of a jump: how many times the last value is still usual; null for the other rules.</param>
/// <param name="From">The least value that is judged, of a jump the least last value; null for the other rules.</param>
public sealed record PublishedRule(string Indicator, string Code, string Severity, long? Times, long? From)
{
    /// <summary>Of a ceiling: the most that is usual for a unit of a level by itself, by level; null for the other rules.</summary>
    public IReadOnlyDictionary<string, long>? Most { get; init; }
}
