using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Domain.Catalogue;
using Aggregation.Domain.Reports;
using Aggregation.Domain.Units;
using Aggregation.Testing.Reference;
using Aggregation.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Aggregation.Tests.Grains.RollUps;

/// <summary>What the rules of the catalogue find unusual, and what a confirmation does about it.</summary>
public sealed class UnitRulesTests : IAsyncLifetime
{
    private static readonly IndicatorCatalogue Catalogue = Rules.Only(
        ("agencies", Rules.Jump(2, 2)),
        ("schools", Rules.Jump(3, 1, RuleSeverity.Error)),
        ("enterprises", Rules.SameAsBelow(10)),
        ("residential-areas", Rules.Ceiling("commune", 8)),
        ("committee", Rules.Reversal));

    private GrainHost host = null!;
    private int editions;

    public async Task InitializeAsync() => host = await GrainHost.StartAsync(Trees.Small(), catalogue: Catalogue);

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public void Every_verdict_is_what_the_rules_say() => Properties.ForAllLists(
        Gen.Choose(1, 3).SelectMany(Steps.ArrayOf),
        async batches =>
        {
            var edition = NewUnit();
            var (unit, oracle, sent) = (host.Unit("VN", edition), new JudgementOracle(Catalogue), 0);
            foreach (var batch in batches)
            {
                var reports = batch.Select(step => step.ToReport($"k{sent++}")).ToImmutableArray();
                Assert.Equal(oracle.Judge(reports, record: false), (await unit.Check(new UnitReports("test", reports))).Text());
                Assert.Equal(oracle.Judge(reports, record: true), (await unit.Report(new UnitReports("test", reports))).Text());
            }

            await host.EqualsReferenceAsync(edition);
        },
        150);

    [Fact]
    public void What_is_confirmed_is_judged_as_if_no_rule_warned() => Properties.ForAllLists(
        Steps,
        async steps =>
        {
            var edition = NewUnit();
            var (unit, oracle, sent) =
                (host.Unit("VN", edition), new JudgementOracle(Rules.Only(("schools", Rules.Jump(3, 1, RuleSeverity.Error)))), 0);
            foreach (var step in steps)
            {
                ImmutableArray<Report> reports = [step.ToReport($"k{sent++}") with { Confirmed = RuleCode.All }];
                Assert.Equal(oracle.Judge(reports, record: true), (await unit.Report(new UnitReports("test", reports))).Text());
            }
        },
        150);

    [Theory]
    [InlineData(5, 10, false)]
    [InlineData(5, 11, true)]
    [InlineData(2, 5, true)]
    [InlineData(1, 1_000_000_000, false)]
    [InlineData(0, 1_000_000_000, false)]
    [InlineData(11, 5, false)]
    public async Task A_jump_is_more_than_so_many_times_a_last_value_that_counts(long last, long next, bool isJump)
    {
        await host.ReportAsync("00001", Batch.Agencies("a", 0, last, null));

        Assert.Equal(isJump
            ? "Invalid /counts/agencies jump"
            : "Accepted 2", (await host.ReportAsync("00001", Batch.Agencies("b", 1, next, null))).Text());
    }

    [Fact]
    public async Task The_last_value_is_the_one_of_the_day_that_the_report_speaks_of()
    {
        await host.ReportAsync(
            "00001",
            Batch.Agencies("a", 0, 5, null),
            Batch.Agencies("b", 10, 10, null) with { Confirmed = [RuleCode.Jump] });

        Assert.Equal("Invalid /counts/agencies jump", (await host.ReportAsync("00001", Batch.Agencies("c", 9, 11, null))).Text());
        Assert.Equal("Accepted 3", (await host.ReportAsync("00001", Batch.Agencies("d", 10, 20, null))).Text());
        Assert.Equal("Accepted 4", (await host.ReportAsync("00001", Batch.Agencies("e", -1, 20, null))).Text());
    }

    [Fact]
    public async Task A_warning_names_the_values_and_is_one()
    {
        await host.ReportAsync(
            "00001",
            Batch.Agencies("a", 0, 5, null),
            Batch.Counts("b", 0, ("schools", 1)),
            Batch.Committee("c", 0, "consolidated"));

        var outcomes = await host.ReportAsync(
            "00001",
            Batch.Agencies("d", 1, 50, null),
            Batch.Counts("e", 1, ("schools", 4)),
            Batch.Committee("f", 1, "not-started"));

        Assert.Equal(
            [("jump", "50 5 2", true), ("jump", "4 1 3", false), ("reversal", "not-started consolidated", true)],
            outcomes.Select(outcome => Assert.Single(outcome.Faults))
                .Select(fault => (fault.Code, string.Join(' ', fault.Arguments), fault.IsWarning)));
    }

    [Fact]
    public async Task Nothing_of_a_batch_with_a_warning_is_recorded_and_confirmed_all_of_it_is()
    {
        await host.ReportAsync("00001", Batch.Committee("a", 0, "consolidated"));
        var back = Batch.Committee("c", 2, "not-started");

        Assert.Equal(
            "NotRecorded, Invalid /statuses/committee reversal",
            (await host.ReportAsync("00001", Batch.Agencies("b", 1, 5, null), back)).Text());
        Assert.Single(host.Ledger.Rows);
        Assert.Equal(
            "Accepted 2, Accepted 3",
            (await host.ReportAsync("00001", Batch.Agencies("b", 1, 5, null), back with { Confirmed = [RuleCode.Reversal] })).Text());
        Assert.Equal("Duplicate 3", (await host.ReportAsync("00001", back)).Text());
        Assert.Equal("Duplicate 3", (await host.ReportAsync("00001", back with { Confirmed = [RuleCode.Reversal] })).Text());
    }

    [Fact]
    public async Task Only_the_way_back_from_the_end_to_the_beginning_is_one()
    {
        Assert.Equal(
            "Accepted 1, Accepted 2, Accepted 3, Accepted 4, Accepted 5",
            (await host.ReportAsync(
                "00001",
                Batch.Committee("a", 0, "not-started"),
                Batch.Committee("b", 1, "consolidating"),
                Batch.Committee("c", 2, "consolidated"),
                Batch.Committee("d", 3, "consolidating"),
                Batch.Committee("e", 4, "not-started"))).Text());
        Assert.Equal(
            "Invalid /statuses/committee reversal",
            (await host.ReportAsync("00001", Batch.Committee("f", 2, "not-started"))).Text());
    }

    [Fact]
    public async Task What_no_rule_allows_is_refused_whatever_is_confirmed()
    {
        await host.ReportAsync("00001", Batch.Counts("a", 0, ("schools", 5)));

        Assert.Equal(
            "Invalid /counts/schools jump",
            (await host.ReportAsync("00001", Batch.Counts("b", 1, ("schools", 16)) with { Confirmed = RuleCode.All })).Text());
    }

    [Fact]
    public async Task A_ceiling_holds_for_its_level()
    {
        Assert.Equal("Accepted 1", (await host.ReportAsync("00001", Batch.Counts("a", 0, ("residential-areas", 8)))).Text());
        Assert.Equal(
            "Invalid /counts/residential-areas ceiling",
            (await host.ReportAsync("00001", Batch.Counts("b", 0, ("residential-areas", 9)))).Text());
        Assert.Equal("Accepted 1", (await host.ReportAsync("001", Batch.Counts("c", 0, ("residential-areas", 9)))).Text());
        Assert.Equal(
            "Accepted 2",
            (await host.ReportAsync(
                "00001",
                Batch.Counts("d", 0, ("residential-areas", 9)) with { Confirmed = [RuleCode.Ceiling] })).Text());
    }

    [Fact]
    public async Task The_total_of_all_units_below_is_found_and_so_is_that_of_the_whole_area()
    {
        await host.ReportAsync("00001", Batch.Counts("a", 0, ("enterprises", 12)));
        await host.ReportAsync("00004", Batch.Counts("a", 0, ("enterprises", 30)));
        await host.EqualsReferenceAsync();

        Assert.Equal(
            "Invalid /counts/enterprises same-as-below",
            (await host.ReportAsync("001", Batch.Counts("b", 0, ("enterprises", 42)))).Text());
        Assert.Equal(
            "Invalid /counts/enterprises same-as-below",
            (await host.ReportAsync("01", Batch.Counts("c", 0, ("enterprises", 42)))).Text());
        Assert.Equal("Accepted 1", (await host.ReportAsync("001", Batch.Counts("d", 0, ("enterprises", 13)))).Text());
        Assert.Equal(
            "Invalid /counts/enterprises same-as-below",
            (await host.ReportAsync("001", Batch.Counts("e", 0, ("enterprises", 55)))).Text());
        Assert.Equal(
            "Accepted 2",
            (await host.ReportAsync("001", Batch.Counts("f", 0, ("enterprises", 42)) with { Confirmed = [RuleCode.SameAsBelow] })).Text());
    }

    [Fact]
    public async Task A_figure_too_small_to_mean_anything_is_not_compared()
    {
        await host.ReportAsync("00001", Batch.Counts("a", 0, ("enterprises", 9)));
        await host.EqualsReferenceAsync();

        Assert.Equal("Accepted 1", (await host.ReportAsync("001", Batch.Counts("b", 0, ("enterprises", 9)))).Text());
        Assert.Equal("Accepted 2", (await host.ReportAsync("001", Batch.Counts("c", 0, ("enterprises", 18)))).Text());
    }

    [Fact]
    public async Task A_unit_with_none_below_is_compared_with_nothing()
    {
        var reports = new UnitReports("test", [Batch.Counts("b", 0, ("enterprises", 12))])
        {
            Related = [new RelatedFigure("00001", "enterprises", 12)]
        };
        await host.ReportAsync("001", Batch.Counts("a", 0, ("enterprises", 12)));

        Assert.Equal("Accepted 1", (await host.Unit("00001").Report(reports)).Text());
    }

    [Fact]
    public async Task A_unit_is_compared_with_what_its_batch_says_below_it()
    {
        var reports = new UnitReports("test", [Batch.Counts("a", 0, ("enterprises", 12))]);

        Assert.Equal(
            "Invalid /counts/enterprises same-as-below",
            (await host.Unit("001").Report(reports with { Related = [new RelatedFigure("001", "enterprises", 12)] })).Text());
        Assert.Equal("Accepted 1", (await host.Unit("001").Report(
            reports with { Related = [new RelatedFigure("001", "agencies", 12), new RelatedFigure("001", "enterprises", 13)] })).Text());
    }

    [Fact]
    public async Task What_was_recorded_under_other_rules_is_folded_as_it_stands()
    {
        await using var before = await GrainHost.StartAsync(Trees.Small(), host.Ledger, catalogue: Rules.Only());
        Assert.Equal(
            "Accepted 1, Accepted 2",
            (await before.ReportAsync("00001", Batch.Agencies("a", 0, 5, null), Batch.Agencies("b", 1, 500, null))).Text());

        await host.EqualsReferenceAsync();
        Assert.Equal(500, (await host.Unit("00001").GetRollUp()).Own.Counts[Catalogue.Find("agencies")!.Slot]);
        Assert.Equal("Duplicate 2", (await host.ReportAsync("00001", Batch.Agencies("b", 1, 500, null))).Text());
    }

    // A report that states nothing is none.
    private static Gen<Step> Steps =>
        (from withdraws in Gen.Frequency((8, Gen.Constant<int?>(null)), (1, Gen.Choose(1, 6).Select(sequence => (int?)sequence)))
         from day in Draw.Days
         from agencies in Perhaps(Gen.Choose(0, 20))
         from schools in Perhaps(Gen.Choose(0, 9))
         from state in Perhaps(Gen.Choose(0, 2))
         from confirmed in Gen.SubListOf<string>([RuleCode.Jump, RuleCode.Reversal])
         select new Step(
             withdraws,
             day,
             agencies,
             schools,
             state,
             [.. confirmed])).Where(step => step is not { Withdraws: null, Agencies: null, Schools: null, State: null });

    private static Gen<int?> Perhaps(Gen<int> values) =>
        Gen.Frequency((1, Gen.Constant<int?>(null)), (2, values.Select(value => (int?)value)));

    // A unit of its own for every case: an edition of one nation.
    private string NewUnit()
    {
        var number = ++editions;
        var edition = new Edition($"e{number}", 1, [Trees.Unit(1000 + number, "VN", null)]);
        host.Registry.Publish(edition);
        return edition.Name;
    }

    internal sealed record Step(int? Withdraws, DateOnly Day, int? Agencies, int? Schools, int? State, ImmutableArray<string> Confirmed)
    {
        public Report ToReport(string key)
        {
            if (Withdraws is { } sequence)
                return new Report(key, Day, Figures.None, sequence);
            var counts = new List<CountFigure>();
            if (Agencies is { } agencies)
                counts.Add(new CountFigure("agencies", agencies));
            if (Schools is { } schools)
                counts.Add(new CountFigure("schools", schools));
            var statuses = State is { } state ? new[] { new StatusFigure("committee", Catalogue.Find("committee")!.States[state]) } : [];
            return new Report(
                key,
                Day,
                new Figures { Counts = [.. counts], Statuses = [.. statuses], Note = "x" },
                null)
            { Confirmed = Confirmed };
        }
    }
}
