using System;
using System.Linq;
using Aggregation.Domain.Catalogue;
using Aggregation.Ledger;
using Aggregation.Silo.Hosting;
using Aggregation.Tests.Support;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Aggregation.Tests.Silo.Hosting;

public sealed class RuleSettingsTests
{
    [Fact]
    public void Without_settings_the_catalogue_is_what_the_file_says() => Assert.Same(Seed.Catalogue, Read().Apply(Seed.Catalogue));

    [Fact]
    public void The_seed_warns_of_nothing_but_what_nobody_means()
    {
        Assert.All(Seed.Catalogue.Counts, count =>
        {
            Assert.Equal([RuleCode.Jump, RuleCode.Ceiling, RuleCode.SameAsBelow], count.Rules.Select(rule => rule.Code));
            Assert.Equal(new IndicatorRule(RuleCode.Jump, RuleSeverity.Warning, 1_000, 1_000), count.Rules[0]);
            Assert.Equal((RuleSeverity.Warning, 10_000, 10_000, 3_000, 1_000), (
                count.Rules[1].Severity,
                count.Rules[1].Most!["nation"],
                count.Rules[1].Most!["province"],
                count.Rules[1].Most!["district"],
                count.Rules[1].Most!["commune"]));
            Assert.Equal(new IndicatorRule(RuleCode.SameAsBelow, RuleSeverity.Warning, From: 100), count.Rules[2]);
        });
        Assert.DoesNotContain(Seed.Catalogue.Statuses.SelectMany(status => status.Rules), rule => rule.Severity != RuleSeverity.Off);
        Assert.All(Seed.Catalogue.Statuses, status => Assert.Equal([RuleCode.Reversal], status.Rules.Select(rule => rule.Code)));
    }

    [Fact]
    public void A_rule_is_switched_for_one_indicator_and_keeps_what_is_not_set()
    {
        var catalogue = Read(
            ("agencies:jump:severity", "error"),
            ("agencies:jump:times", "5"),
            ("agencies:same-as-below:from", "10"),
            ("agencies:ceiling:most:commune", "500"),
            ("schools:jump:severity", "off"),
            ("schools:same-as-below:severity", "off"),
            ("committee:reversal:severity", "warning")).Apply(Seed.Catalogue);

        Assert.Equal(new IndicatorRule(RuleCode.Jump, RuleSeverity.Error, 5, 1_000), catalogue.Rules.JumpOf(catalogue.Find("agencies")!));
        Assert.Equal(
            new IndicatorRule(RuleCode.SameAsBelow, RuleSeverity.Warning, 0, 10),
            catalogue.Rules.SameAsBelowOf(catalogue.Find("agencies")!));
        Assert.Equal(
            [10_000, 10_000, 3_000, 500],
            catalogue.Levels.Select(level => catalogue.Rules.CeilingOf(catalogue.Find("agencies")!)!.Most![level.Id]));
        Assert.Equal([10_000, 10_000, 3_000, 500], Enumerable.Range(0, 4).Select(catalogue.Rules.MostUnderCeilings));
        Assert.Null(catalogue.Rules.JumpOf(catalogue.Find("schools")!));
        Assert.Null(catalogue.Rules.SameAsBelowOf(catalogue.Find("schools")!));
        Assert.NotNull(catalogue.Rules.ReversalOf(catalogue.Find("committee")!));
        Assert.Null(catalogue.Rules.ReversalOf(catalogue.Find("programme")!));
        Assert.Equal((5_000, 10, true), (catalogue.Rules.MostWithoutJump, catalogue.Rules.LeastCompared, catalogue.Rules.WatchesReversals));
    }

    [Theory]
    [InlineData("dragons:jump:severity", "off", "Catalogue:Rules:dragons")]
    [InlineData("committee:jump:severity", "off", "Catalogue:Rules:committee:jump")]
    [InlineData("committee:reversal:severity", "error", "never refuses")]
    [InlineData("committee:reversal:times", "3", "'times'")]
    [InlineData("agencies:jump:severity", "loud", "'loud'")]
    [InlineData("agencies:jump:times", "many", "'many'")]
    [InlineData("agencies:jump:times", "1", "'times'")]
    [InlineData("agencies:jump:from", "0", "'from'")]
    [InlineData("agencies:ceiling:most", "9", "most:LEVEL")]
    [InlineData("agencies:ceiling:most:village", "9", "'village'")]
    [InlineData("agencies:ceiling:most:commune", "0", "'most:commune'")]
    [InlineData("agencies:ceiling:most:commune", "few", "'few'")]
    [InlineData("agencies:ceiling:from", "9", "'from'")]
    [InlineData("agencies:jump:most:commune", "9", "'most'")]
    [InlineData("agencies:jump:until", "9", "Catalogue:Rules:agencies:jump:until")]
    [InlineData("agencies:jump", "warning", "Catalogue:Rules:agencies:jump:severity")]
    public void A_wrong_setting_is_named(string name, string value, string named)
    {
        var refusal = Assert.Throws<StartUpException>(() => Read((name, value)).Apply(Seed.Catalogue));

        Assert.Contains(named, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Catalogue:Rules:", refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", refusal.Message, StringComparison.Ordinal);
    }

    private static RuleSettings Read(params (string Name, string Value)[] settings) => RuleSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(
            setting => "Catalogue:Rules:" + setting.Name,
            setting => (string?)setting.Value)).Build());
}
