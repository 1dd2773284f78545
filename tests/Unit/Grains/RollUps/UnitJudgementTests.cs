using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Domain.Reports;
using Aggregation.Domain.Units;
using Aggregation.Testing.Reference;
using Aggregation.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Aggregation.Tests.Grains.RollUps;

/// <summary>How a unit judges reports: repeats, conflicts, withdrawals, parts and wholes over time, all or nothing.</summary>
public sealed class UnitJudgementTests : IAsyncLifetime
{
    private GrainHost host = null!;
    private int editions;

    public async Task InitializeAsync() => host = await GrainHost.StartAsync(Trees.Small());

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public void Every_verdict_is_what_the_rules_say() => Properties.ForAllLists(
        Gen.Choose(1, 3).SelectMany(Steps.ArrayOf),
        async batches =>
        {
            var (edition, oracle, sent) = (NewUnit(), new JudgementOracle(Seed.Catalogue), new List<Report>());
            var unit = host.Unit("VN", edition);
            foreach (var batch in batches)
            {
                var reports = batch.Select(step => step.ToReport(sent)).ToImmutableArray();
                Assert.Equal(oracle.Judge(reports, record: false), (await unit.Check(new UnitReports("test", reports))).Text());
                Assert.Equal(oracle.Judge(reports, record: true), (await unit.Report(new UnitReports("test", reports))).Text());
            }

            var id = host.Registry.Find(edition)!.HighestId;
            var rows = host.Ledger.Rows.Where(row => row.UnitId == id).ToList();
            Assert.Equal(
                oracle.Recorded.Select(report => (report.IdempotencyKey, report.EffectiveOn, report.Withdraws)),
                rows.Select(row => (row.IdempotencyKey, row.EffectiveOn, row.Withdraws)));
            Assert.Equal(oracle.Recorded.Select(report => report.Figures), rows.Select(row => row.Figures));
            await host.EqualsReferenceAsync(edition);
        },
        150);

    [Fact]
    public async Task A_repeat_is_answered_with_the_first_outcome()
    {
        Assert.Equal("Accepted 1", (await host.ReportAsync("00001", Batch.Model("a", 0, "Hoà giải", 2))).Text());
        Assert.Equal("Accepted 2", (await host.ReportAsync("00001", Batch.Model("b", 1, "Hoà giải", 3))).Text());
        Assert.Equal("Duplicate 1", (await host.ReportAsync("00001", Batch.Model("a", 0, "HÒA  GIẢI", 2))).Text());
        Assert.Equal("Accepted 3, Accepted 4, Duplicate 3, Duplicate 1", (await host.ReportAsync(
            "00001",
            Batch.Model("c", 2, "Camera", 1),
            Batch.Model("d", 2, "Camera", 1),
            Batch.Model("c", 2, "camera", 1),
            Batch.Model("a", 0, "Hòa giải", 2))).Text());
        Assert.Equal(4, host.Ledger.Rows.Count);
    }

    [Fact]
    public async Task A_repeat_is_known_however_long_ago_its_report_came()
    {
        const int Reports = 60;
        for (var number = 1; number <= Reports; number++)
            await host.ReportAsync("00001", Batch.Agencies($"k{number}", number % 3, number, null));
        await using var restarted = await GrainHost.StartAsync(Trees.Small(), host.Ledger);
        foreach (var unit in new[] { host.Unit("00001"), restarted.Unit("00001") })
        {
            foreach (var number in Properties.Shuffled(Enumerable.Range(1, Reports), 7))
            {
                var same = new UnitReports("test", [Batch.Agencies($"k{number}", number % 3, number, null)]);
                Assert.Equal($"Duplicate {number}", (await unit.Check(same)).Text());
                Assert.Equal($"Duplicate {number}", (await unit.Report(same)).Text());
                var other = new UnitReports("test", [Batch.Agencies($"k{number}", number % 3, number + 1, null)]);
                Assert.Equal(ReportVerdict.Conflict, (await unit.Check(other))[0].Verdict);
                Assert.Equal(ReportVerdict.Conflict, (await unit.Report(other))[0].Verdict);
            }
        }

        Assert.Equal(Reports, host.Ledger.Rows.Count);
    }

    [Fact]
    public async Task A_key_belongs_to_its_unit()
    {
        Assert.Equal("Accepted 1", (await host.ReportAsync("00001", Batch.Committee("a", 0, "consolidated"))).Text());
        Assert.Equal("Accepted 1", (await host.ReportAsync("00004", Batch.Committee("a", 0, "not-started"))).Text());
    }

    [Fact]
    public async Task A_repeat_of_what_was_withdrawn_is_still_a_repeat()
    {
        await host.ReportAsync("00001", Batch.Agencies("a", 0, 5, 5), Batch.Withdrawal("b", 1));
        Assert.Equal(
            "Duplicate 1, Duplicate 2",
            (await host.ReportAsync("00001", Batch.Agencies("a", 0, 5, 5), Batch.Withdrawal("b", 1))).Text());
        Assert.Equal(
            "Conflict /idempotencyKey idempotency-key-conflict",
            (await host.ReportAsync("00001", Batch.Withdrawal("b", 1, day: 1))).Text());
    }

    [Fact]
    public async Task A_conflict_refuses_the_unit_s_whole_batch_and_a_repeat_beside_it_is_still_answered()
    {
        await host.ReportAsync("00001", Batch.Committee("a", 0, "consolidated"));
        Assert.Equal(
            "NotRecorded, Duplicate 1, Conflict /idempotencyKey idempotency-key-conflict, NotRecorded, NotRecorded",
            (await host.ReportAsync(
                "00001",
                Batch.Committee("b", 1, "not-started"),
                Batch.Committee("a", 0, "consolidated"),
                Batch.Committee("a", 0, "not-started"),
                Batch.Committee("b", 1, "not-started"),
                Batch.Committee("c", 0, "consolidated"))).Text());
        Assert.Single(host.Ledger.Rows);
        Assert.Equal("Accepted 2", (await host.ReportAsync("00001", Batch.Committee("b", 1, "consolidating"))).Text());
    }

    [Fact]
    public async Task A_conflict_within_one_batch_is_one()
    {
        Assert.Equal(
            "NotRecorded, Conflict /idempotencyKey idempotency-key-conflict",
            (await host.ReportAsync("00001", Batch.Committee("a", 0, "consolidated"), Batch.Committee("a", 0, "not-started"))).Text());
        Assert.Empty(host.Ledger.Rows);
    }

    [Fact]
    public async Task A_withdrawal_takes_back_exactly_one_report()
    {
        await host.ReportAsync("00001", Batch.Agencies("a", 0, 5, null), Batch.Agencies("b", 1, 7, null), Batch.Model("c", 1, "Camera", 2));
        Assert.Equal("Accepted 4", (await host.ReportAsync("00001", Batch.Withdrawal("d", 2))).Text());
        await host.EqualsReferenceAsync();
        var rollUp = await host.Unit("00001").GetRollUp();
        Assert.Equal(5, rollUp.Own.Counts[Seed.Catalogue.Find("agencies")!.Slot]);
        Assert.Single(rollUp.Subtotal.Models);
    }

    [Fact]
    public async Task What_cannot_be_withdrawn_is_refused()
    {
        Assert.Equal("Invalid /withdraws nothing-to-withdraw", (await host.ReportAsync("00001", Batch.Withdrawal("a", 1))).Text());
        Assert.Equal(
            "Accepted 1, Accepted 2",
            (await host.ReportAsync("00001", Batch.Agencies("b", 0, 5, null), Batch.Withdrawal("c", 1))).Text());
        Assert.Equal("Invalid /withdraws already-withdrawn", (await host.ReportAsync("00001", Batch.Withdrawal("d", 1))).Text());
        Assert.Equal("Invalid /withdraws withdraws-a-withdrawal", (await host.ReportAsync("00001", Batch.Withdrawal("e", 2))).Text());
        Assert.Equal("Invalid /withdraws nothing-to-withdraw", (await host.ReportAsync("00001", Batch.Withdrawal("f", 3))).Text());
        Assert.Equal("Invalid /withdraws nothing-to-withdraw", (await host.ReportAsync("00001", Batch.Withdrawal("g", 0))).Text());
        Assert.Equal(
            "NotRecorded, NotRecorded, Invalid /withdraws already-withdrawn",
            (await host.ReportAsync("00001", Batch.Agencies("h", 0, 5, null), Batch.Withdrawal("i", 3), Batch.Withdrawal("j", 3))).Text());
        Assert.Equal(
            "NotRecorded, NotRecorded, Invalid /withdraws withdraws-a-withdrawal",
            (await host.ReportAsync("00001", Batch.Agencies("h", 0, 5, null), Batch.Withdrawal("i", 3), Batch.Withdrawal("j", 4))).Text());
        Assert.Equal(2, host.Ledger.Rows.Count);
    }

    [Theory]
    [InlineData(5, 5, true)]
    [InlineData(5, 6, false)]
    [InlineData(0, 0, true)]
    [InlineData(0, 1, false)]
    public async Task A_part_may_not_exceed_its_whole_in_one_report(long whole, long part, bool accepted) => Assert.Equal(
        accepted ? "Accepted 1" : "Invalid /counts/safe-agencies over-denominator",
        (await host.ReportAsync("00001", Batch.Agencies("a", 0, whole, part))).Text());

    [Fact]
    public async Task A_part_may_not_exceed_the_whole_that_stands()
    {
        await host.ReportAsync("00001", Batch.Agencies("a", 0, 5, null));
        Assert.Equal(
            "Invalid /counts/safe-agencies over-denominator",
            (await host.ReportAsync("00001", Batch.Agencies("b", 3, null, 6))).Text());
        Assert.Equal("Accepted 2", (await host.ReportAsync("00001", Batch.Agencies("c", 3, null, 5))).Text());
    }

    [Fact]
    public async Task A_whole_may_not_be_lowered_below_the_part_that_stands()
    {
        await host.ReportAsync("00001", Batch.Agencies("a", 0, 9, 7));
        Assert.Equal(
            "Invalid /counts/agencies over-denominator",
            (await host.ReportAsync("00001", Batch.Agencies("b", 3, 6, null))).Text());
        Assert.Equal("Accepted 2", (await host.ReportAsync("00001", Batch.Agencies("c", 3, 6, 6))).Text());
    }

    [Fact]
    public async Task A_late_correction_is_held_to_every_later_day_on_which_it_would_stand()
    {
        await host.ReportAsync("00001", Batch.Agencies("a", 0, 9, 3), Batch.Agencies("b", 10, null, 8));

        // The whole of day 5 would stand on day 10, beside a part of 8.
        Assert.Equal(
            "Invalid /counts/agencies over-denominator",
            (await host.ReportAsync("00001", Batch.Agencies("c", 5, 7, null))).Text());
        Assert.Equal("Accepted 3", (await host.ReportAsync("00001", Batch.Agencies("d", 8, 20, null))).Text());

        // Now it would stand only until day 8.
        Assert.Equal("Accepted 4", (await host.ReportAsync("00001", Batch.Agencies("e", 5, 7, null))).Text());
        Assert.Equal(
            "Invalid /counts/safe-agencies over-denominator",
            (await host.ReportAsync("00001", Batch.Agencies("f", 6, null, 8))).Text());
        Assert.Equal(
            "Invalid /counts/safe-agencies over-denominator",
            (await host.ReportAsync("00001", Batch.Agencies("g", 1, null, 8))).Text());
        Assert.Equal("Accepted 5", (await host.ReportAsync("00001", Batch.Agencies("h", 1, null, 7))).Text());
        await host.EqualsReferenceAsync();
    }

    [Fact]
    public async Task What_was_withdrawn_holds_nothing_back()
    {
        await host.ReportAsync("00001", Batch.Agencies("a", 0, 5, null));
        Assert.Equal(
            "Accepted 2, Accepted 3",
            (await host.ReportAsync("00001", Batch.Withdrawal("b", 1), Batch.Agencies("c", 0, null, 50))).Text());
    }

    [Fact]
    public async Task Reports_of_one_batch_are_held_to_each_other()
    {
        Assert.Equal(
            "NotRecorded, Invalid /counts/safe-agencies over-denominator",
            (await host.ReportAsync("00001", Batch.Agencies("a", 0, 5, null), Batch.Agencies("b", 0, null, 6))).Text());
        Assert.Equal(
            "NotRecorded, Invalid /counts/safe-agencies over-denominator, NotRecorded",
            (await host.ReportAsync(
                "00001",
                Batch.Agencies("c", 1, 5, null),
                Batch.Agencies("d", 0, null, 6),
                Batch.Agencies("c", 1, 5, null))).Text());
        Assert.Equal(
            "Accepted 1, Accepted 2",
            (await host.ReportAsync("00001", Batch.Agencies("e", 1, 6, null), Batch.Agencies("f", 0, null, 6))).Text());
    }

    [Fact]
    public async Task Within_a_batch_the_latest_day_stands_whatever_the_order()
    {
        Assert.Equal(
            "NotRecorded, NotRecorded, Invalid /counts/safe-agencies over-denominator",
            (await host.ReportAsync(
                "00001",
                Batch.Agencies("a", 5, 4, null),
                Batch.Agencies("b", 3, 9, null),
                Batch.Agencies("c", 6, null, 8))).Text());
        Assert.Equal(
            "Accepted 1, Accepted 2, Accepted 3",
            (await host.ReportAsync(
                "00001",
                Batch.Agencies("d", 5, 9, null),
                Batch.Agencies("e", 3, 4, null),
                Batch.Agencies("f", 6, null, 8))).Text());
    }

    private static Gen<Step> Steps =>
        from kind in Gen.Frequency(
            (6, Gen.Constant(StepKind.New)),
            (1, Gen.Constant(StepKind.Repeat)),
            (1, Gen.Constant(StepKind.Clash)),
            (2, Gen.Constant(StepKind.Withdrawal)))
        from pick in Gen.Choose(0, 12)
        from day in Draw.Days
        from whole in Gen.Frequency((1, Gen.Constant<long?>(null)), (1, Gen.Choose(0, 6).Select(value => (long?)value)))
        from part in Gen.Frequency((1, Gen.Constant<long?>(null)), (1, Gen.Choose(0, 6).Select(value => (long?)value)))
        select new Step(kind, pick, day, whole, part);

    // A unit of its own for every case: an edition of one nation.
    private string NewUnit()
    {
        var number = ++editions;
        var edition = new Edition($"e{number}", 1, [Trees.Unit(1000 + number, "VN", null)]);
        host.Registry.Publish(edition);
        return edition.Name;
    }

    internal enum StepKind
    {
        New,
        Repeat,
        Clash,
        Withdrawal,
    }

    internal sealed record Step(StepKind Kind, int Pick, DateOnly Day, long? Whole, long? Part)
    {
        public Report ToReport(List<Report> sent)
        {
            var known = sent.Count == 0 ? null : sent[Pick % sent.Count];
            var report = Kind switch
            {
                StepKind.Repeat when known is not null => known,
                StepKind.Clash when known is not null => known with { EffectiveOn = known.EffectiveOn.AddDays(1) },
                StepKind.Withdrawal => new Report($"k{sent.Count}", Day, Figures.None, Pick),
                _ => Batch.Agencies($"k{sent.Count}", Day.DayNumber - Draw.Day.DayNumber, Whole, Part),
            };
            if (report.Figures.IsEmpty && report.Withdraws is null)
                report = Batch.Committee($"k{sent.Count}", 0, "consolidated");
            sent.Add(report);
            return report;
        }
    }
}
