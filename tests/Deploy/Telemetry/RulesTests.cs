using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Testing;
using Aggregation.Tests.Deploy.Fixtures;
using Xunit;

namespace Aggregation.Tests.Deploy.Telemetry;

public sealed class RulesTests
{
    private static readonly string[] Scenarios = ["rules.test.yaml", "rules.days.test.yaml"];
    private static readonly string[] Language = ["absent_over_time", "group_left"];

    [Fact]
    public void Every_series_and_label_of_a_rule_is_on_the_page() =>
        Assert.All(Rules.Expressions.SelectMany(Rules.NamesIn).Except(Language), name => Assert.True(Rules.Series.Contains(name)
            || Rules.Labels.Contains(name), name));

    [Fact]
    public void Every_alert_has_its_runbook_and_every_runbook_its_alert()
    {
        Assert.All(Rules.Alerts, alert => Assert.Equal($"deploy/runbooks/{alert.Text("alert")}.md", alert.Text("annotations", "runbook")));
        Assert.Equal(
            Rules.Alerts.Select(alert => alert.Text("alert")).Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(Path.Combine(Repository.Deploy, "runbooks"))
                .Select(file => Path.GetFileNameWithoutExtension(file))
                .Order(StringComparer.Ordinal));
        Assert.All(Rules.Alerts, alert => Assert.Equal(["**Means.**", "**See.**", "**Do.**"], Headings(alert.Text("alert"))));
    }

    [Fact]
    public void Every_alert_is_tested_where_it_fires_and_where_it_does_not()
    {
        var tests = Scenarios
            .SelectMany(file => Yaml.Parse(Repository.Read($"prometheus/{file}"))[0].Items("tests"))
            .SelectMany(test => test.Items("alert_rule_test"))
            .ToLookup(test => test.Text("alertname"), test => test["exp_alerts"] is not null);

        Assert.All(Rules.Alerts, alert => Assert.Equal([false, true], tests[alert.Text("alert")].Distinct().Order()));
    }

    [PromtoolFact]
    public async Task Promtool_finds_the_rules_right_and_each_scenario_as_it_is_told() => await Shell.RunAsync(
        Path.Combine(Repository.Deploy, "prometheus"),
        $"promtool check rules rules.yaml && promtool test rules {string.Join(' ', Scenarios)}");

    private static string[] Headings(string alert) =>
        [.. Repository.Read($"runbooks/{alert}.md")
            .Split('\n')
            .Where(line => line.StartsWith("**", StringComparison.Ordinal))
            .Select(line => line[..(line.IndexOf("**", 2, StringComparison.Ordinal) + 2)])];
}
