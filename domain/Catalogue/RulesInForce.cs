using System.Collections.Immutable;
using System.Linq;

namespace Aggregation.Domain.Catalogue;

/// <summary>
/// The rules of a catalogue that are not off, so that a report with nothing unusual in it is judged by a few comparisons.
/// </summary>
/// <param name="levels">The levels.</param>
/// <param name="counts">The counts.</param>
/// <param name="statuses">The statuses.</param>
public sealed class RulesInForce(ImmutableArray<Level> levels, ImmutableArray<Indicator> counts, ImmutableArray<Indicator> statuses)
{
    private readonly long[] mostUnderCeilings =
    [
        .. levels.Select(level => counts.Select(count => Find(count, RuleCode.Ceiling)?.Most?.GetValueOrDefault(level.Id, long.MaxValue)
            ?? long.MaxValue).Append(long.MaxValue).Min()),
    ];

    private readonly IndicatorRule?[] jumps = [.. counts.Select(count => Find(count, RuleCode.Jump))];
    private readonly IndicatorRule?[] ceilings = [.. counts.Select(count => Find(count, RuleCode.Ceiling))];
    private readonly IndicatorRule?[] same = [.. counts.Select(count => Find(count, RuleCode.SameAsBelow))];
    private readonly IndicatorRule?[] reversals = [.. statuses.Select(status => Find(status, RuleCode.Reversal))];

    /// <summary>No count up to this value is a jump.</summary>
    public long MostWithoutJump { get; } =
        counts.Select(count => Find(count, RuleCode.Jump) is { } rule ? rule.Times * rule.From : long.MaxValue).Append(long.MaxValue).Min();

    /// <summary>No count below this value is compared with what lies below its unit.</summary>
    public long LeastCompared { get; } =
        counts.Select(count => Find(count, RuleCode.SameAsBelow)?.From ?? long.MaxValue).Append(long.MaxValue).Min();

    /// <summary>True when any status is watched for going back.</summary>
    public bool WatchesReversals { get; } = statuses.Any(status => Find(status, RuleCode.Reversal) is not null);

    /// <summary>No count up to this value is over the ceiling of that level.</summary>
    public long MostUnderCeilings(int level) => mostUnderCeilings[level];

    /// <summary>The rule about jumps of a count; null when it is off.</summary>
    public IndicatorRule? JumpOf(Indicator count) => jumps[count.Slot];

    /// <summary>The ceiling of a count; null when it is off.</summary>
    public IndicatorRule? CeilingOf(Indicator count) => ceilings[count.Slot];

    /// <summary>The rule about equal figures of a count; null when it is off.</summary>
    public IndicatorRule? SameAsBelowOf(Indicator count) => same[count.Slot];

    /// <summary>The rule about going back of a status; null when it is off.</summary>
    public IndicatorRule? ReversalOf(Indicator status) => reversals[status.Slot];

    private static IndicatorRule? Find(Indicator indicator, string code)
    {
        foreach (var rule in indicator.Rules)
        {
            if (rule.Code == code && rule.Severity != RuleSeverity.Off)
                return rule;
        }

        return null;
    }
}
