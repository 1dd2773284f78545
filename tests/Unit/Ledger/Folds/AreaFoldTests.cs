using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Domain.Reports;
using Aggregation.Domain.Units;
using Aggregation.Ledger;
using Aggregation.Ledger.Folds;
using Aggregation.Testing.Reference;
using Aggregation.Tests.Support;
using Xunit;

namespace Aggregation.Tests.Ledger.Folds;

public sealed class AreaFoldTests
{
    private static readonly DateTimeOffset Start = new(2017, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Every_area_is_what_the_reference_says_live_as_of_any_day_and_as_known_at_any_instant()
    {
        // Ids in another order than the units: the fold must find units by id, not by place.
        var edition = new Edition("2023", 2, Trees.SmallUnits().Select(unit => unit with { Id = (unit.Id * 5 % 13) + 20 }));
        Properties.ForAllLists(
            RowStep.Any(edition.Units.Length),
            async steps =>
            {
                var ledger = await LedgerOf(steps, edition);
                var rows = ledger.Rows;
                var reference = new ReferenceFold(
                    Seed.Reference,
                    ReferenceView.Of(edition, Seed.Catalogue),
                    ReferenceView.Of(edition, rows));
                var random = new Random(steps.Length);
                var someRow = rows.Count == 0 ? Start : rows[random.Next(rows.Count)].RecordedAt;
                foreach (var (asOf, knownAt) in new (DateOnly?, DateTimeOffset?)[]
                {
                    (null, null),
                    (Draw.Day.AddDays(random.Next(-5, 5)), null),
                    (null, someRow),
                    (null, someRow.AddTicks(-1)),
                    (Draw.Day.AddDays(random.Next(-5, 5)), someRow),
                    (DateOnly.MinValue, null),
                    (null, DateTimeOffset.MinValue),
                })
                {
                    var area = random.Next(2) == 0 ? 0 : random.Next(edition.Units.Length);
                    var fold = await AreaFold.ReadAsync(ledger, Seed.Layout, edition, area, asOf, knownAt, CancellationToken.None);
                    for (var index = area; index < edition.EndOf(area); index++)
                    {
                        Assert.Equal(
                            reference.RollUp(edition.Units[index].Code, asOf, knownAt).ToString(),
                            ReferenceView.Of(Seed.Layout, edition, index, fold.Subtotal(index), fold.Own(index)).ToString());
                    }
                }
            },
            100);
    }

    [Fact]
    public async Task A_subtotal_counts_every_row_of_its_area_in_its_version()
    {
        var edition = Trees.Small(generation: 4);
        var ledger = new MemoryLedger(new ManualTime(Start));
        foreach (var code in new[] { "00001", "00001", "001", "498", "VN" })
            await Append(ledger, edition.Find(code)!.Id, new Figures { Counts = [new CountFigure("agencies", 1)] });
        var fold = await AreaFold.ReadAsync(ledger, Seed.Layout, edition, 0, null, null, CancellationToken.None);
        Assert.Equal(new(4, 5), fold.Subtotal(0).Version);
        Assert.Equal(new(4, 3), fold.Subtotal(edition.IndexOf("01")).Version);
        Assert.Equal(new(4, 3), fold.Subtotal(edition.IndexOf("001")).Version);
        Assert.Equal(new(4, 2), fold.Subtotal(edition.IndexOf("00001")).Version);
        Assert.Equal(new(4, 0), fold.Subtotal(edition.IndexOf("002")).Version);
        Assert.Equal(4, fold.Subtotal(0).Cells[0 + Seed.Catalogue.Find("agencies")!.Slot]);
    }

    [Fact]
    public async Task A_later_correction_of_the_past_changes_the_past_and_not_the_present()
    {
        var edition = Trees.Small();
        var ledger = new MemoryLedger(new ManualTime(Start));
        var unit = edition.Find("48")!.Id;
        await Append(ledger, unit, Committee("consolidating"), day: 0);
        await Append(ledger, unit, Committee("consolidated"), day: 10);
        var before = ledger.Rows[^1].RecordedAt;
        await Append(ledger, unit, Committee("not-started"), day: 5);

        Assert.Equal("consolidated", await StateAsync(null, null));
        Assert.Equal("not-started", await StateAsync(7, null));
        Assert.Equal("consolidating", await StateAsync(7, before));
        Assert.Equal("consolidating", await StateAsync(4, null));
        Assert.Null(await StateAsync(-1, null));

        async Task<string?> StateAsync(int? day, DateTimeOffset? knownAt)
        {
            var fold = await AreaFold.ReadAsync(ledger, Seed.Layout, edition, 0, day is { } days
                ? Draw.Day.AddDays(days)
                : null, knownAt, CancellationToken.None);
            return fold.Own(edition.IndexOf("48")).Statuses[Seed.Catalogue.Find("committee")!.Slot];
        }
    }

    [Fact]
    public async Task A_withdrawal_counts_whatever_its_own_day_once_it_is_known()
    {
        var edition = Trees.Small();
        var ledger = new MemoryLedger(new ManualTime(Start));
        var unit = edition.Find("00001")!.Id;
        await Append(ledger, unit, new Figures { Counts = [new CountFigure("agencies", 5)] }, day: 0);
        await Append(ledger, unit, Figures.None, day: 9, withdraws: 1);

        Assert.Equal(0, await TotalAsync(null, null));
        Assert.Equal(0, await TotalAsync(3, null));
        Assert.Equal(5, await TotalAsync(3, ledger.Rows[0].RecordedAt));
        Assert.Equal(0, await TotalAsync(3, ledger.Rows[1].RecordedAt));

        async Task<long> TotalAsync(int? day, DateTimeOffset? knownAt)
        {
            var fold = await AreaFold.ReadAsync(ledger, Seed.Layout, edition, 0, day is { } days
                ? Draw.Day.AddDays(days)
                : null, knownAt, CancellationToken.None);
            return fold.Subtotal(0).Cells[Seed.Catalogue.Find("agencies")!.Slot];
        }
    }

    [Fact]
    public async Task What_was_known_before_a_form_of_names_came_is_folded_by_the_form_of_then()
    {
        var edition = Trees.Small();
        var ledger = new MemoryLedger(new ManualTime(Start));
        await Append(ledger, edition.Find("00001")!.Id, new Figures { Models = [new ModelFigure("Tổ \u00D0oàn kết", [], 1, 0)] }, day: 0);
        await Append(ledger, edition.Find("48")!.Id, new Figures { Models = [new ModelFigure("Tổ \u0110oàn kết", [], 1, 0)] }, day: 0);
        var before = ledger.Rows[^1].RecordedAt;
        ledger.NameForms = new NameForms(before.AddTicks(1));

        Assert.Equal(2, await DistinctAsync(before));
        Assert.Equal(1, await DistinctAsync(before.AddTicks(1)));
        Assert.Equal(1, await DistinctAsync(null));

        async Task<int> DistinctAsync(DateTimeOffset? knownAt) =>
            (await AreaFold.ReadAsync(ledger, Seed.Layout, edition, 0, null, knownAt, CancellationToken.None)).Subtotal(0).Models.Length;
    }

    [Fact]
    public async Task A_ledger_that_cannot_be_read_is_told_to_the_caller()
    {
        var ledger = new MemoryLedger(new ManualTime(Start)) { OnRead = _ => throw new LedgerUnavailableException("gone") };
        await Assert.ThrowsAsync<LedgerUnavailableException>(
            () => AreaFold.ReadAsync(ledger, Seed.Layout, Trees.Small(), 0, null, null, CancellationToken.None));
    }

    private static Figures Committee(string state) => new() { Statuses = [new StatusFigure("committee", state)] };

    private static async Task<MemoryLedger> LedgerOf(IEnumerable<RowStep> steps, Edition edition)
    {
        var time = new ManualTime(Start);
        var ledger = new MemoryLedger(time);
        foreach (var row in RowStep.ToRows(steps, unit => edition.Units[unit].Id))
        {
            time.Advance(TimeSpan.FromMilliseconds(row.Sequence % 2));
            var report = new Report($"k{row.Sequence}", row.EffectiveOn, row.Figures, row.Withdraws);
            await ledger.AppendAsync(new LedgerAppend(row.UnitId, row.Sequence, [new LedgerEntry("test", report)]));
        }

        return ledger;
    }

    private static async Task Append(MemoryLedger ledger, int unit, Figures figures, int day = 0, int? withdraws = null)
    {
        var sequence = ledger.Rows.Count(row => row.UnitId == unit) + 1;
        await ledger.AppendAsync(new LedgerAppend(
            unit,
            sequence,
            [new LedgerEntry("test", new Report($"k{sequence}", Draw.Day.AddDays(day), figures, withdraws))]));
    }
}
