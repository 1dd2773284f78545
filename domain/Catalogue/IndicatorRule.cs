using System.Collections.Immutable;
using System.IO;
using System.Linq;

namespace Aggregation.Domain.Catalogue;

/// <summary>A rule that finds reports of one indicator unusual.</summary>
/// <param name="Code">Which: one of <see cref="RuleCode"/>.</param>
/// <param name="Severity">What becomes of such a report.</param>
/// <param name="Times">Of a jump: how many times the last value is still usual, 2 to 10⁹; 0 for the other rules.</param>
/// <param name="From">The least value that is judged, 1 to 10⁹; of a jump the least last value; 0 for the other rules.</param>
/// <param name="Most">Of a ceiling: the most that is usual for a unit of a level, 1 to 10⁹, by the level's name; null for the other
/// rules.</param>
public sealed record IndicatorRule(
    string Code,
    RuleSeverity Severity,
    long Times = 0,
    long From = 0,
    ImmutableDictionary<string, long>? Most = null)
{
    private const long MaxFigure = 1_000_000_000;

    /// <summary>Makes sure that the rule can be applied to an indicator of that type.</summary>
    /// <exception cref="InvalidDataException">It cannot; the sentence names what would be right.</exception>
    public void EnsureFits(string indicator, IndicatorType type, ImmutableArray<Level> levels)
    {
        var (isCount, leastTimes, leastFrom, hasMost) = Code switch
        {
            RuleCode.Jump => (true, 2L, 1L, false),
            RuleCode.Ceiling => (true, 0L, 0L, true),
            RuleCode.SameAsBelow => (true, 0L, 1L, false),
            RuleCode.Reversal => (false, 0L, 0L, false),
            _ => throw new InvalidDataException($"'{indicator}' has a rule '{Code}'; the rules are {string.Join(", ", RuleCode.All)}"),
        };
        if (isCount != (type == IndicatorType.Count))
            throw new InvalidDataException($"the rule '{Code}' of '{indicator}' is for a {(isCount ? "count" : "status")}");
        EnsureNumber(indicator, "times", Times, leastTimes);
        EnsureNumber(indicator, "from", From, leastFrom);
        EnsureMost(indicator, hasMost, levels);
        if (Severity == RuleSeverity.Error && !isCount)
            throw new InvalidDataException(
                $"'severity' of the rule '{Code}' of '{indicator}' is 'error'; it never refuses, so it must be 'off' or 'warning'");
    }

    // What a rule does not have is nought.
    private void EnsureNumber(string indicator, string name, long number, long least)
    {
        if (number < least || number > (least == 0 ? 0 : MaxFigure))
            throw new InvalidDataException(
                $"'{name}' of the rule '{Code}' of '{indicator}' is {number}; it must be "
                    + $"{(least == 0 ? "left out" : $"{least} to {MaxFigure}")}");
    }

    private void EnsureMost(string indicator, bool hasMost, ImmutableArray<Level> levels)
    {
        if (hasMost != Most is { IsEmpty: false })
            throw new InvalidDataException(
                $"'most' of the rule '{Code}' of '{indicator}' must {(hasMost ? "have a number for some level" : "be left out")}");
        foreach (var (level, most) in Most ?? ImmutableDictionary<string, long>.Empty)
        {
            if (!levels.Any(known => known.Id == level))
                throw new InvalidDataException(
                    $"'most' of the rule '{Code}' of '{indicator}' names '{level}'; the levels are "
                        + string.Join(", ", levels.Select(known => known.Id)));
            EnsureNumber(indicator, $"most:{level}", most, 1);
        }
    }
}
