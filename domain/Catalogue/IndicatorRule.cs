using System.IO;

namespace Aggregation.Domain.Catalogue;

/// <summary>A rule that finds reports of one indicator unusual.</summary>
/// <param name="Code">Which: one of <see cref="RuleCode"/>.</param>
/// <param name="Severity">What becomes of such a report.</param>
/// <param name="Times">Of a jump: how many times the last value is still usual, 2 to 10⁹; 0 for the other rules.</param>
/// <param name="From">The least value that is judged, 1 to 10⁹; of a jump the least last value; 0 for a status.</param>
public sealed record IndicatorRule(string Code, RuleSeverity Severity, long Times = 0, long From = 0)
{
    private const long MaxFigure = 1_000_000_000;

    /// <summary>Makes sure that the rule can be applied to an indicator of that type.</summary>
    /// <exception cref="InvalidDataException">It cannot; the sentence names what would be right.</exception>
    public void EnsureFits(string indicator, IndicatorType type)
    {
        var (isCount, leastTimes, mostTimes, leastFrom) = Code switch
        {
            RuleCode.Jump => (true, 2L, MaxFigure, 1L),
            RuleCode.SameAsBelow => (true, 0L, 0L, 1L),
            RuleCode.Reversal => (false, 0L, 0L, 0L),
            _ => throw new InvalidDataException($"'{indicator}' has a rule '{Code}'; the rules are {string.Join(", ", RuleCode.All)}"),
        };
        if (isCount != (type == IndicatorType.Count))
            throw new InvalidDataException($"the rule '{Code}' of '{indicator}' is for a {(isCount ? "count" : "status")}");
        if (Times < leastTimes || Times > mostTimes)
            throw new InvalidDataException(
                $"'times' of the rule '{Code}' of '{indicator}' is {Times}; it must be "
                    + $"{(mostTimes == 0 ? "left out" : $"{leastTimes} to {mostTimes}")}");
        if (From < leastFrom || From > (isCount ? MaxFigure : 0))
            throw new InvalidDataException(
                $"'from' of the rule '{Code}' of '{indicator}' is {From}; it must be "
                    + $"{(isCount ? $"{leastFrom} to {MaxFigure}" : "left out")}");
        if (Severity == RuleSeverity.Error && !isCount)
            throw new InvalidDataException(
                $"'severity' of the rule '{Code}' of '{indicator}' is 'error'; it never refuses, so it must be 'off' or 'warning'");
    }
}
