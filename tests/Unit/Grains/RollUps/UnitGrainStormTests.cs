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

/// <summary>
/// Many senders at once, repeats, withdrawals, late corrections, a ledger that fails before and after its commits, units that
/// come and go: in the end every roll-up is the fold of the ledger, the ledger has every accepted report once, and sending
/// everything again changes nothing.
/// </summary>
public sealed class UnitGrainStormTests
{
    private static readonly TimeSpan ShortLife = TimeSpan.FromMilliseconds(100);

    [Theory]
    [InlineData(1, 0, false)]
    [InlineData(2, 20, false)]
    [InlineData(3, 20, true)]
    [InlineData(4, 60, true)]
    public async Task Whatever_happens_the_totals_are_the_fold_of_the_ledger(int seed, int failuresPerHundred, bool shortLived)
    {
        var edition = Trees.Small();
        var random = new Random(seed);
        var ledger = new MemoryLedger(TimeProvider.System);
        await using var host = await GrainHost.StartAsync(edition, ledger, shortLived ? ShortLife : null);
        ledger.OnAppend = _ => random.Next(100) >= failuresPerHundred ? AppendFault.None
            : random.Next(2) == 0 ? AppendFault.BeforeCommit
            : AppendFault.AfterCommit;

        var senders = Enumerable.Range(0, 8).Select(sender => Sender.Of(edition, sender, seed)).ToArray();
        var answers =
            await Task.WhenAll(senders.Select(sender => Task.Run(() => sender.SendAsync(host, shortLived ? ShortLife : TimeSpan.Zero))));
        ledger.OnAppend = null;

        await host.EqualsReferenceAsync();
        var accepted = answers.SelectMany(sent => sent).Where(sent => sent.Outcomes.All(outcome => outcome.Sequence is not null)).ToList();
        Assert.NotEmpty(accepted);
        AssertRecordedOnce(edition, ledger, accepted);

        var version = (await host.Unit("VN").GetRollUp()).Subtotal.Version;
        var appends = ledger.Appends;
        foreach (var (unit, reports, outcomes) in Properties.Shuffled(accepted, seed))
        {
            var again = await host.Unit(unit).Report(new UnitReports("other", reports));
            Assert.All(again, outcome => Assert.Equal(ReportVerdict.Duplicate, outcome.Verdict));
            Assert.Equal(outcomes.Select(outcome => outcome.Sequence), again.Select(outcome => outcome.Sequence));
        }

        Assert.Equal(appends, ledger.Appends);
        Assert.Equal(version, (await host.Unit("VN").GetRollUp()).Subtotal.Version);
        await host.EqualsReferenceAsync();
    }

    [Fact]
    public async Task After_a_restart_the_totals_are_the_same_and_every_key_is_known()
    {
        var edition = Trees.Small();
        var ledger = new MemoryLedger(TimeProvider.System);
        var sender = Sender.Of(edition, 0, 11);
        List<(string Unit, ImmutableArray<Report> Reports, ImmutableArray<ReportOutcome> Outcomes)> sent;
        string before;
        await using (var first = await GrainHost.StartAsync(edition, ledger))
        {
            sent = await sender.SendAsync(first, TimeSpan.Zero);
            await first.EqualsReferenceAsync();
            before = await TextAsync(first);
        }

        await using var second = await GrainHost.StartAsync(edition, ledger);
        Assert.Equal(before, await TextAsync(second));
        await second.EqualsReferenceAsync();
        var rows = ledger.Rows.Count;
        foreach (var (unit, reports, outcomes) in sent.Where(one => one.Outcomes.All(outcome => outcome.Sequence is not null)))
            Assert.Equal(
                outcomes.Select(outcome => outcome.Sequence),
                (await second.Unit(unit).Report(new UnitReports("test", reports))).Select(outcome => outcome.Sequence));
        Assert.Equal(rows, ledger.Rows.Count);

        async Task<string> TextAsync(GrainHost host)
        {
            var rollUp = await host.Unit("VN").GetRollUp();
            return ReferenceView.Of(Seed.Layout, edition, 0, rollUp.Subtotal, rollUp.Own).ToString() + rollUp.Subtotal.Version;
        }
    }

    [Fact]
    public async Task Two_engines_over_one_ledger_never_record_a_report_twice_and_both_find_the_truth()
    {
        var edition = Trees.Small();
        var ledger = new MemoryLedger(TimeProvider.System);
        await using var first = await GrainHost.StartAsync(edition, ledger);
        await using var second = await GrainHost.StartAsync(edition, ledger);
        await Task.WhenAll(first.Unit("VN").GetRollUp(), second.Unit("VN").GetRollUp());

        // The same reports through both, at once: two activations of every unit fence each other off.
        var answers = await Task.WhenAll(
            Task.Run(() => Sender.Of(edition, 0, 21).SendAsync(first, TimeSpan.Zero)),
            Task.Run(() => Sender.Of(edition, 0, 21).SendAsync(second, TimeSpan.Zero)));
        AssertRecordedOnce(
            edition,
            ledger,
            [.. answers.SelectMany(sent => sent).Where(sent => sent.Outcomes.All(outcome => outcome.Sequence is not null))]);

        var reference = new ReferenceFold(
            Seed.Reference,
            ReferenceView.Of(edition, Seed.Catalogue),
            ReferenceView.Of(edition, ledger.Rows));
        foreach (var host in new[] { first, second })
        {
            foreach (var code in new[] { "VN", "01", "48" })
            {
                await GrainHost.EventuallyAsync(async () =>
                {
                    var rollUp = await host.Unit(code).GetRollUp();
                    Assert.Equal(
                        reference.RollUp(code).ToString(),
                        ReferenceView.Of(Seed.Layout, edition, edition.IndexOf(code), rollUp.Subtotal, rollUp.Own).ToString());
                });
            }
        }
    }

    private static void AssertRecordedOnce(
        Edition edition,
        MemoryLedger ledger,
        List<(string Unit, ImmutableArray<Report> Reports, ImmutableArray<ReportOutcome> Outcomes)> accepted)
    {
        var rows = ledger.Rows;
        Assert.Equal(rows.Count, rows.DistinctBy(row => (row.UnitId, row.IdempotencyKey)).Count());
        foreach (var own in rows.GroupBy(row => row.UnitId))
            Assert.Equal(Enumerable.Range(1, own.Count()), own.Select(row => row.Sequence));

        var told = new Dictionary<(int Unit, int Sequence), Report>();
        foreach (var (unit, reports, outcomes) in accepted)
        {
            for (var place = 0; place < reports.Length; place++)
                told[(edition.Find(unit)!.Id, outcomes[place].Sequence!.Value)] = reports[place];
        }

        Assert.Equal(told.Count, rows.Count);
        foreach (var row in rows)
        {
            var report = told[(row.UnitId, row.Sequence)];
            Assert.Equal(
                (report.IdempotencyKey, report.EffectiveOn, report.Withdraws),
                (row.IdempotencyKey, row.EffectiveOn, row.Withdraws));
            Assert.Equal(report.Figures, row.Figures);
        }
    }

    /// <summary>One who reports for random units, sends a batch again now and then, and tries again until it is answered.</summary>
    private sealed class Sender(int number, int seed, ImmutableArray<(string Unit, ImmutableArray<Report> Reports)> batches)
    {
        public static Sender Of(Edition edition, int number, int seed)
        {
            var steps = RowStep.Any(edition.Units.Length).Sample(60, new Rnd((ulong)((seed * 100) + number)), 60).ToArray();
            var random = new Random((seed * 100) + number);
            var batches = steps.Chunk(2).Select((pair, batch) =>
            {
                var unit = edition.Units[pair[0].Unit].Code;
                return (unit, pair.Select((step, place) => ToReport(step, $"{number}-{batch}-{place}", random)).ToImmutableArray());
            });
            return new Sender(number, seed, [.. batches]);
        }

        public async Task<List<(string Unit, ImmutableArray<Report> Reports, ImmutableArray<ReportOutcome> Outcomes)>> SendAsync(
            GrainHost host,
            TimeSpan pause)
        {
            var random = new Random(seed + number);
            var sent = new List<(string Unit, ImmutableArray<Report> Reports, ImmutableArray<ReportOutcome> Outcomes)>();
            foreach (var (unit, reports) in batches)
            {
                var twice = random.Next(4) == 0 ? host.ReportPersistentlyAsync(unit, reports) : null;
                var outcomes = await host.ReportPersistentlyAsync(unit, reports);
                sent.Add((unit, reports, outcomes));
                if (twice is not null)
                    sent.Add((unit, reports, await twice));
                if (random.Next(5) == 0)
                    await host.Unit("01").GetRollUp();
                if (pause > TimeSpan.Zero && random.Next(8) == 0)
                    await Task.Delay(pause * 2); // Long enough for units to be collected.
            }

            return sent;
        }

        private static Report ToReport(RowStep step, string key, Random random)
        {
            if (step.Withdraws is not null)
                return new Report(key, step.Day, Figures.None, random.Next(1, 6));
            var figures = step.Figures.IsEmpty ? new Figures { Declared = [new CountFigure("models", 1)] } : step.Figures;
            return new Report(key, step.Day, figures, null);
        }
    }
}
