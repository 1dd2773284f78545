using System;
using System.Collections.Immutable;
using System.Linq;
using Aggregation.Domain.Catalogue;

namespace Aggregation.Tests.Support;

/// <summary>The shipped catalogue with its rules switched.</summary>
internal static class Rules
{
    /// <summary>With only these rules, each for one indicator.</summary>
    public static IndicatorCatalogue Only(params (string Indicator, IndicatorRule Rule)[] rules) => new(
        Seed.Catalogue.Levels,
        [.. Seed.Catalogue.Indicators.Select(indicator => indicator with { Rules = [.. rules.Where(rule => string.Equals(
            rule.Indicator,
            indicator.Id,
            StringComparison.Ordinal)).Select(rule => rule.Rule)] })],
        Seed.Catalogue.ModelKinds);

    public static IndicatorRule Jump(long times, long from, RuleSeverity severity = RuleSeverity.Warning) =>
        new(RuleCode.Jump, severity, times, from);

    public static IndicatorRule Ceiling(string level, long most) =>
        new(RuleCode.Ceiling, RuleSeverity.Warning, Most: ImmutableDictionary<string, long>.Empty.Add(level, most));

    public static IndicatorRule SameAsBelow(long from, RuleSeverity severity = RuleSeverity.Warning) =>
        new(RuleCode.SameAsBelow, severity, From: from);

    public static IndicatorRule Reversal { get; } = new(RuleCode.Reversal, RuleSeverity.Warning);
}
