using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using Aggregation.Tests.Writing;
using Xunit;

namespace Aggregation.Tests.Reports;

/// <summary>Reports that a rule of the catalogue finds unusual.</summary>
public sealed class ReportWarningTests(ReportWarningTests.StrictSilo silo) : IClassFixture<ReportWarningTests.StrictSilo>
{
    [Fact]
    public async Task A_warned_report_is_recorded_only_when_it_is_confirmed_and_counts_once()
    {
        await TakenAsync(Agencies("S01-003", 12));
        var rows = await silo.RowsAsync();
        var key = Bodies.NewKey();
        var body = Bodies.Batch(Agencies("S01-003", 121, key));
        var confirmed = Bodies.Batch(Agencies("S01-003", 121, key, "\"confirm\":[\"jump\"],"));

        foreach (var path in new[] { "/reports", "/reports?dryRun=true" })
        {
            var refused = (await silo.PostAsync(path, body)).IsProblem(422, "unconfirmed").Names("/reports/0/counts/agencies", "jump");
            Assert.Equal("warning", refused.Json.GetProperty("errors")[0].GetProperty("severity").GetString());
            Assert.Contains("confirm the warnings", refused.Detail, StringComparison.Ordinal);
        }

        Assert.Equal(rows, await silo.RowsAsync());
        Assert.Equal((1, 0), Counts(await silo.PostAsync("/reports?dryRun=true", confirmed)));
        Assert.Equal((1, 0), Counts(await silo.PostAsync("/reports", confirmed)));
        Assert.Equal((0, 1), Counts(await silo.PostAsync("/reports", confirmed)));
        Assert.Equal((0, 1), Counts(await silo.PostAsync("/reports", body)));
        Assert.Equal(rows + 1, await silo.RowsAsync());
    }

    [Fact]
    public async Task Nothing_of_a_batch_with_a_warning_is_recorded()
    {
        await TakenAsync(Committee("S02-003", "consolidated", "2017-02-20"));
        var rows = await silo.RowsAsync();

        (await silo.PostAsync("/reports", Bodies.Batch(Agencies("S02-004", 3), Committee("S02-003", "not-started", "2017-02-21"))))
            .IsProblem(422, "unconfirmed").Names("/reports/1/statuses/committee", "reversal");

        Assert.Equal(rows, await silo.RowsAsync());
    }

    [Fact]
    public async Task Beside_a_fault_a_warning_is_told_too_and_only_the_warning_has_a_severity()
    {
        await TakenAsync(Agencies("S79-003", 12));

        var refused = (await silo.PostAsync("/reports", Bodies.Batch(Agencies("S79-003", 500), Bodies.Valid("nowhere")))).IsProblem(
            422,
            "invalid");

        Assert.Equal(
            [("jump", true), ("unknown-unit", false)],
            refused.Json.GetProperty("errors")
                .EnumerateArray()
                .Select(error => (error.GetProperty("code").GetString()!, error.TryGetProperty("severity", out _))));
    }

    [Fact]
    public async Task A_rule_that_refuses_is_not_confirmed_away()
    {
        await TakenAsync(Schools("S04-003", 40));
        await HasTotalAsync("04", "schools", 40);

        var refused = (await silo.PostAsync("/reports", Bodies.Batch(Schools("04", 40, "\"confirm\":[\"same-as-below\"],")))).IsProblem(
            422,
            "invalid").Names("/reports/0/counts/schools", "same-as-below");

        Assert.False(refused.Json.GetProperty("errors")[0].TryGetProperty("severity", out _));
    }

    [Fact]
    public async Task What_is_confirmed_must_be_a_rule()
    {
        (await silo.PostAsync("/reports", Bodies.Batch(Agencies("S06-003", 3, extra: "\"confirm\":[\"jump\",\"everything\"],")))).IsProblem(
            422,
            "invalid").Names("/reports/0/confirm/1", "unknown-rule");
        (await silo.PostAsync("/reports", Bodies.Batch(Agencies("S06-003", 3, extra: "\"confirm\":\"jump\",")))).IsProblem(400).Names(
            "/reports/0/confirm",
            "wrong-type");
        (await silo.PostAsync("/reports", Bodies.Batch(Agencies("S06-003", 3, extra: "\"confirm\":[1],")))).IsProblem(400).Names(
            "/reports/0/confirm/0",
            "wrong-type");
        Assert.Equal(
            (1, 0),
            Counts(await silo.PostAsync("/reports", Bodies.Batch(Agencies("S06-003", 3, extra: "\"confirm\":[\"jump\",\"jump\"],")))));
    }

    [Fact]
    public async Task The_total_of_what_lies_below_is_found_in_the_report_of_a_unit_above()
    {
        await TakenAsync(Agencies("S08-001-00001", 70));
        await TakenAsync(Agencies("S08-002", 7));
        await HasTotalAsync("08", "agencies", 77);

        var refused = (await silo.PostAsync("/reports", Bodies.Batch(Agencies("08", 77)))).IsProblem(422, "unconfirmed").Names(
            "/reports/0/counts/agencies",
            "same-as-below");
        Assert.Contains("08", refused.Errors[0].Message, StringComparison.Ordinal);
        await TakenAsync(Agencies("08", 4));
        await HasTotalAsync("08", "agencies", 81);
        (await silo.PostAsync("/reports", Bodies.Batch(Agencies("08", 81)))).IsProblem(422, "unconfirmed").Names(
            "/reports/0/counts/agencies",
            "same-as-below");
        await TakenAsync(Agencies("08", 77, extra: "\"confirm\":[\"same-as-below\"],"));
    }

    [Fact]
    public async Task Whoever_reports_below_is_not_asked_about_what_stands_above()
    {
        await TakenAsync(Agencies("15", 33));
        await HasTotalAsync("15", "agencies", 33);

        await TakenAsync(Agencies("S15-001-00001", 33));
        await TakenAsync(Agencies("S15-001-00002", 33));
    }

    [Fact]
    public async Task The_total_of_what_a_batch_says_below_is_found_in_the_same_batch()
    {
        const string confirmed = "\"confirm\":[\"same-as-below\"],";

        // A table with a total at each level, and one of a province and its communes.
        var table = (await silo.PostAsync("/reports", Bodies.Batch(
            Agencies("10", 100),
            Agencies("S10-001", 60),
            Agencies("S10-002", 40),
            Agencies("S10-001-00001", 35),
            Agencies("S10-001-00002", 25),
            Agencies("S10-002-00001", 40)))).IsProblem(422, "unconfirmed");
        var flat = (await silo.PostAsync("/reports", Bodies.Batch(
            Agencies("S10-001-00001", 35),
            Agencies("S10-002-00001", 41),
            Agencies("10", 76)))).IsProblem(422, "unconfirmed");

        Assert.Equal([0, 1, 2], table.Errors.Select(error => error.Pointer[9] - '0'));
        Assert.Equal(["/reports/2/counts/agencies"], flat.Errors.Select(error => error.Pointer));
        Assert.Equal((2, 0), Counts(await silo.PostAsync(
            "/reports",
            Bodies.Batch(Agencies("10", 91, extra: confirmed), Agencies("S10-001-00001", 91)))));
    }

    [Fact]
    public async Task A_figure_over_the_ceiling_of_its_level_is_recorded_only_when_it_is_confirmed()
    {
        await TakenAsync(Schools("S17-001-00001", 1_000));
        (await silo.PostAsync("/reports", Bodies.Batch(Schools("S17-001-00001", 1_001)))).IsProblem(422, "unconfirmed").Names(
            "/reports/0/counts/schools",
            "ceiling");
        await TakenAsync(Schools("S17-002", 3_000));
        (await silo.PostAsync("/reports", Bodies.Batch(Schools("S17-002", 3_001)))).IsProblem(422, "unconfirmed");
        await TakenAsync(Schools("17", 10_000));
        var refused = (await silo.PostAsync("/reports", Bodies.Batch(Schools("17", 10_001)))).IsProblem(422, "unconfirmed");

        Assert.Contains("10000", refused.Errors[0].Message, StringComparison.Ordinal);
        await TakenAsync(Schools("17", 10_001, "\"confirm\":[\"ceiling\"],"));
    }

    [Fact]
    public async Task A_file_shows_its_warnings_by_cell_and_is_confirmed_as_a_whole()
    {
        const string header = "unit;unitName;effectiveOn;agencies\n";
        await TakenAsync(Agencies("S11-003", 12));
        var rows = await silo.RowsAsync();

        var refused = (await FileAsync(header + "S11-004;;20/02/2017;3\nS11-003;;20/02/2017;900\n")).IsProblem(422, "unconfirmed");
        var beside = (await FileAsync(header + "S11-004;;20/02/2017;x\nS11-003;;20/02/2017;900\n")).IsProblem(422, "file-refused");
        var unknown = await FileAsync(header + "S11-004;;20/02/2017;3\n", "?confirm=everything");
        var confirmed = await FileAsync(header + "S11-004;;20/02/2017;3\nS11-003;;20/02/2017;900\n", "?confirm=reversal&confirm=jump");
        var again = await FileAsync(header + "S11-004;;20/02/2017;3\nS11-003;;20/02/2017;900\n");

        var error = Assert.Single(refused.Json.GetProperty("errors").EnumerateArray());
        Assert.Equal(
            ("D3", "jump", "warning"),
            (error.GetProperty("cell").GetString(), error.GetProperty("code").GetString(), error.GetProperty("severity").GetString()));
        Assert.Contains("confirm the warnings", refused.Detail, StringComparison.Ordinal);
        Assert.Equal(2, beside.Errors.Count);
        unknown.IsProblem(400, "bad-query");
        Assert.Equal((2, 0), Counts(confirmed));
        Assert.Equal((0, 2), Counts(again));
        Assert.Equal(rows + 2, await silo.RowsAsync());
    }

    [Fact]
    public async Task What_is_unusual_only_beside_an_earlier_part_of_the_same_file_leaves_no_half_of_it()
    {
        var units = silo.Edition.Units.Where(unit => unit.Level == 3 && unit.Parent!.StartsWith("S79-", StringComparison.Ordinal))
            .Select(unit => unit.Code)
            .ToArray();
        var others = silo.Edition.Units.Where(unit => unit.Level == 3 && unit.Parent!.StartsWith("S01-", StringComparison.Ordinal))
            .Select(unit => unit.Code);
        var lines = others.Concat(silo.Edition.Units.Where(unit => unit.Level == 3 && unit.Parent!.StartsWith(
            "S38-",
            StringComparison.Ordinal)).Select(unit => unit.Code)).Take(1_000).Select(code => $"{code};;20/02/2017;2\n");
        var rows = await silo.RowsAsync();

        var taken = await FileAsync("unit;unitName;effectiveOn;agencies\n"
            + $"{units[0]};;20/02/2017;654\n"
            + string.Concat(lines)
            + "79;;20/02/2017;654\n");

        Assert.Equal((1_002, 0), Counts(taken));
        Assert.Equal(rows + 1_002, await silo.RowsAsync());
    }

    [Fact]
    public async Task The_catalogue_tells_which_rules_there_are()
    {
        var rules = (await silo.SendAsync(HttpMethod.Get, "/api/v1/catalogue")).Json.GetProperty("rules")
            .EnumerateArray()
            .Select(rule => rule.GetRawText())
            .ToList();

        Assert.Contains("""{"indicator":"committee","code":"reversal","severity":"warning","times":null,"from":null,"most":null}""", rules);
        Assert.Contains("""{"indicator":"agencies","code":"jump","severity":"warning","times":10,"from":5,"most":null}""", rules);
        Assert.Contains("""{"indicator":"schools","code":"same-as-below","severity":"error","times":null,"from":10,"most":null}""", rules);
        Assert.Contains(
            """{"indicator":"schools","code":"ceiling","severity":"warning","times":null,"from":null,"""
                + "\"most\":{\"nation\":10000,\"province\":10000,\"district\":3000,\"commune\":1000}}",
            rules);
        Assert.DoesNotContain(rules, rule => rule.Contains("\"programme\"", StringComparison.Ordinal));
    }

    private static string Agencies(string unit, int value, string? key = null, string extra = "") =>
        Bodies.Report(string.Create(CultureInfo.InvariantCulture, $$""" {{extra}} "counts":{"agencies":{{value}}} """), unit, key);

    private static string Schools(string unit, int value, string extra = "") =>
        Bodies.Report(string.Create(CultureInfo.InvariantCulture, $$""" {{extra}} "counts":{"schools":{{value}}} """), unit);

    private static string Committee(string unit, string state, string day) =>
        Bodies.Report($$""" "statuses":{"committee":"{{state}}"} """, unit, day: day);

    private static (int Accepted, int Duplicates) Counts(Answer answer)
    {
        Assert.True(answer.Status == 200, answer.Text);
        return (answer.Json.GetProperty("accepted").GetInt32(), answer.Json.GetProperty("duplicates").GetInt32());
    }

    private async Task TakenAsync(string report) => Assert.Equal((1, 0), Counts(await silo.PostAsync("/reports", Bodies.Batch(report))));

    // What was recorded below is known above a moment later.
    private async Task HasTotalAsync(string unit, string count, int total)
    {
        int known;
        do
        {
            known = (await silo.SendAsync(HttpMethod.Get, $"/api/v1/units/{unit}")).Json.GetProperty("counts")
                .GetProperty(count)
                .GetProperty("total")
                .GetInt32();
        }
        while (known != total);
    }

    private Task<Answer> FileAsync(string csv, string query = "") =>
        silo.PostAsync("/reports/file" + query, Encoding.UTF8.GetBytes(csv), type: "text/csv");

    /// <summary>A silo with every rule switched on for some indicator.</summary>
    public sealed class StrictSilo : WritingSilo
    {
        protected override Dictionary<string, string?> Settings { get; } = new()
        {
            ["Catalogue:Rules:agencies:jump:times"] = "10",
            ["Catalogue:Rules:agencies:jump:from"] = "5",
            ["Catalogue:Rules:agencies:same-as-below:from"] = "10",
            ["Catalogue:Rules:schools:same-as-below:severity"] = "error",
            ["Catalogue:Rules:schools:same-as-below:from"] = "10",
            ["Catalogue:Rules:committee:reversal:severity"] = "warning",
        };
    }
}
