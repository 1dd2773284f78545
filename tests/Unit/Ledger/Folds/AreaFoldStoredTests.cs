using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Domain.Catalogue;
using Aggregation.Domain.Reports;
using Aggregation.Domain.Tallies;
using Aggregation.Domain.Units;
using Aggregation.Ledger;
using Aggregation.Ledger.Folds;
using Aggregation.Testing.Reference;
using Aggregation.Tests.Support;
using Xunit;

namespace Aggregation.Tests.Ledger.Folds;

/// <summary>A fold that was kept and taken up again.</summary>
public sealed class AreaFoldStoredTests
{
    private static readonly DateTimeOffset Start = new(2017, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Edition edition = new("2023", 2, Trees.SmallUnits().Select(unit => unit with { Id = (unit.Id * 5 % 13) + 20 }));

    [Fact]
    public void Taken_up_at_any_point_of_any_rows_it_becomes_the_fold_from_nothing() => Properties.ForAllLists(
        RowStep.Any(edition.Units.Length),
        async steps =>
        {
            var rows = RowStep.ToRows(steps, Id);
            var random = new Random(steps.Length);
            var ledger = new MemoryLedger(new ManualTime(Start));
            var kept = (await FoldAsync(ledger)).ToCheckpoint();
            for (var done = 0; done < rows.Count;)
            {
                var next = random.Next(done, rows.Count) + 1;
                await AppendAsync(ledger, rows[done..next]);
                done = next;
                var fold = AreaFold.Restore(kept, Seed.Layout, edition, 0);
                Assert.True(await fold.CatchUpAsync(ledger, CancellationToken.None));
                await EqualsAsync(ledger, fold, 0);
                // Every other one goes on from an older checkpoint than the last.
                if (random.Next(2) == 0)
                    kept = fold.ToCheckpoint();
            }
        });

    [Fact]
    public void Taken_up_it_is_what_it_was_before_the_ledger_is_asked() => Properties.ForAllLists(
        RowStep.Any(edition.Units.Length),
        async steps =>
        {
            var ledger = await LedgerOf(RowStep.ToRows(steps, Id));
            Equal(await FoldAsync(ledger), AreaFold.Restore((await FoldAsync(ledger)).ToCheckpoint(), Seed.Layout, edition, 0), 0);
        });

    [Fact]
    public void Any_other_area_is_taken_up_as_far_as_it_was_folded() => Properties.ForAllLists(
        RowStep.Any(edition.Units.Length),
        async steps =>
        {
            var random = new Random(steps.Length);
            var (of, wanted) = (random.Next(edition.Units.Length), random.Next(edition.Units.Length));
            var rows = RowStep.ToRows(steps, Id);
            var ledger = await LedgerOf(rows[..(rows.Count / 2)]);
            var kept = (await AreaFold.ReadAsync(ledger, Seed.Layout, edition, of, null, null, CancellationToken.None)).ToCheckpoint();
            await AppendAsync(ledger, rows[(rows.Count / 2)..]);

            // The next list of units: another generation, and one district in another province.
            var next = new Edition("2023", 3, edition.Units.Select(unit => unit.Code == "002" ? unit with { Parent = "48" } : unit));
            var index = next.IndexOf(edition.Units[wanted].Code);
            var fold = AreaFold.Restore(kept, Seed.Layout, next, index);
            Assert.True(await fold.CatchUpAsync(ledger, CancellationToken.None));
            Equal(await AreaFold.ReadAsync(ledger, Seed.Layout, next, index, null, null, CancellationToken.None), fold, index, next);
        });

    [Fact]
    public void A_ledger_that_went_back_is_read_anew_whatever_it_recorded_since() => Properties.ForAllLists(
        RowStep.Any(edition.Units.Length),
        async steps =>
        {
            var random = new Random(steps.Length);
            var rows = RowStep.ToRows(steps, Id);
            if (rows.Count == 0)
                return;
            var kept = (await FoldAsync(await LedgerOf(rows))).ToCheckpoint();
            var left = random.Next(rows.Count);
            var ledger = await LedgerOf(rows[..left], Start.AddDays(1));
            var lost = rows[left..].Select(row => row.UnitId).Distinct().ToArray();
            // The same units report again, as many rows as were lost and more: no head tells that they are others.
            foreach (var unit in lost.Where(_ => random.Next(3) > 0))
            {
                for (var more = rows[left..].Count(row => row.UnitId == unit) + random.Next(2); more > 0; more--)
                    await AppendAsync(ledger, unit, more);
            }

            var fold = AreaFold.Restore(kept, Seed.Layout, edition, 0);
            Assert.False(await fold.CatchUpAsync(ledger, CancellationToken.None));
            await EqualsAsync(ledger, fold, 0);
        });

    [Fact]
    public void Damaged_in_any_byte_it_is_refused() => Properties.ForAllLists(
        RowStep.Any(edition.Units.Length),
        async steps =>
        {
            var kept = (await FoldAsync(await LedgerOf(RowStep.ToRows(steps, Id)))).ToCheckpoint();
            var random = new Random(steps.Length);
            var damaged = (byte[])kept.Clone();
            damaged[random.Next(kept.Length)] ^= (byte)(1 << random.Next(8));
            Assert.Throws<InvalidDataException>(() => AreaFold.Restore(damaged, Seed.Layout, edition, 0));
            Assert.Throws<InvalidDataException>(() => AreaFold.Restore(kept[..random.Next(kept.Length)], Seed.Layout, edition, 0));
            Assert.Throws<InvalidDataException>(() => AreaFold.Restore([.. kept, 0], Seed.Layout, edition, 0));
        });

    [Fact]
    public async Task Made_with_a_catalogue_that_folds_otherwise_it_is_refused()
    {
        var kept = (await FoldAsync(new MemoryLedger(new ManualTime(Start)))).ToCheckpoint();
        var catalogue = Seed.Catalogue;
        var same = new IndicatorCatalogue(catalogue.Levels, catalogue.Indicators, []);
        Assert.Equal(0, AreaFold.Restore(kept, new TallyLayout(same), edition, 0).Rows);

        var fewer = new IndicatorCatalogue(catalogue.Levels, catalogue.Indicators[..^1], catalogue.ModelKinds);
        Assert.Contains(
            "catalogue",
            Assert.Throws<InvalidDataException>(() => AreaFold.Restore(kept, new TallyLayout(fewer), edition, 0)).Message,
            StringComparison.Ordinal);
        var status = catalogue.Find("committee")!;
        var turned = new IndicatorCatalogue(
            catalogue.Levels,
            catalogue.Indicators.Replace(status, status with { States = [.. status.States.Reverse()] }),
            catalogue.ModelKinds);
        Assert.Throws<InvalidDataException>(() => AreaFold.Restore(kept, new TallyLayout(turned), edition, 0));
    }

    [Fact]
    public async Task Only_what_came_later_is_read_and_a_unit_anew_when_it_takes_back_what_was_folded()
    {
        var ledger = new MemoryLedger(new ManualTime(Start));
        foreach (var code in new[] { "00001", "00001", "498", "498", "498", "48" })
            await AppendAsync(ledger, Id(edition.IndexOf(code)), 1);
        var kept = (await FoldAsync(ledger)).ToCheckpoint();
        await AppendAsync(ledger, Id(edition.IndexOf("00001")), 7);
        var fold = AreaFold.Restore(kept, Seed.Layout, edition, 0);
        Assert.True(await fold.CatchUpAsync(ledger, CancellationToken.None));
        Assert.Equal((7, 1), (fold.Rows, fold.RowsRead));

        await AppendAsync(ledger, Id(edition.IndexOf("498")), 0, withdraws: 2);
        fold = AreaFold.Restore(kept, Seed.Layout, edition, 0);
        Assert.True(await fold.CatchUpAsync(ledger, CancellationToken.None));
        Assert.Equal((8, 1 + 4), (fold.Rows, fold.RowsRead));
        await EqualsAsync(ledger, fold, 0);
    }

    [Fact]
    public async Task A_fold_of_what_was_is_not_kept()
    {
        var ledger = new MemoryLedger(new ManualTime(Start));
        var past = await AreaFold.ReadAsync(ledger, Seed.Layout, edition, 0, Draw.Day, null, CancellationToken.None);
        Assert.Throws<InvalidOperationException>(past.ToCheckpoint);
        var known = await AreaFold.ReadAsync(ledger, Seed.Layout, edition, 0, null, Start, CancellationToken.None);
        Assert.Throws<InvalidOperationException>(known.ToCheckpoint);
    }

    private int Id(int index) => edition.Units[index].Id;

    private Task<AreaFold> FoldAsync(MemoryLedger ledger) =>
        AreaFold.ReadAsync(ledger, Seed.Layout, edition, 0, null, null, CancellationToken.None);

    private async Task EqualsAsync(MemoryLedger ledger, AreaFold fold, int area) => Equal(await FoldAsync(ledger), fold, area);

    private void Equal(AreaFold expected, AreaFold fold, int area, Edition? of = null)
    {
        of ??= edition;
        for (var index = area; index < of.EndOf(area); index++)
        {
            // Of the units further below only what they report themselves is kept.
            if (index == area || of.ParentOf(index) == area)
                Assert.Equal(expected.Subtotal(index), fold.Subtotal(index));
            else
                Assert.Throws<InvalidOperationException>(() => fold.Subtotal(index));
            var any = expected.Subtotal(index);
            Assert.Equal(
                ReferenceView.Of(Seed.Layout, of, index, any, expected.Own(index)).ToString(),
                ReferenceView.Of(Seed.Layout, of, index, any, fold.Own(index)).ToString());
        }
    }

    // The clock stands still, and goes on at the given instant for what is recorded afterwards.
    private static async Task<MemoryLedger> LedgerOf(IReadOnlyList<LedgerRow> rows, DateTimeOffset? later = null)
    {
        var time = new ManualTime(Start);
        var ledger = new MemoryLedger(time);
        await AppendAsync(ledger, rows);
        if (later is { } instant)
            time.Advance(instant - Start);
        return ledger;
    }

    private static async Task AppendAsync(MemoryLedger ledger, IEnumerable<LedgerRow> rows)
    {
        foreach (var row in rows)
            await ledger.AppendAsync(new LedgerAppend(
                row.UnitId,
                row.Sequence,
                [new LedgerEntry("test", new Report($"k{row.Sequence}", row.EffectiveOn, row.Figures, row.Withdraws))]));
    }

    private static async Task AppendAsync(MemoryLedger ledger, int unit, long value, int? withdraws = null)
    {
        var sequence = ledger.Rows.Count(row => row.UnitId == unit) + 1;
        var report = withdraws is null ? Batch.Agencies($"n{sequence}", 0, value, null) : Batch.Withdrawal($"n{sequence}", withdraws.Value);
        await ledger.AppendAsync(new LedgerAppend(unit, sequence, [new LedgerEntry("test", report)]));
    }
}
