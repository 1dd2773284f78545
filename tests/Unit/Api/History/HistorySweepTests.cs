using System;
using System.Collections.Generic;
using System.Linq;
using Aggregation.Api.History;
using Aggregation.Api.Reading;
using Aggregation.Contracts;
using Aggregation.Domain.Folds;
using Aggregation.Domain.Reports;
using Aggregation.Domain.Tallies;
using Aggregation.Domain.Units;
using Aggregation.Testing.Reference;
using Aggregation.Tests.Support;
using Xunit;

namespace Aggregation.Tests.Api.History;

public class HistorySweepTests
{
    private static readonly Edition Units = Trees.Small();
    private static readonly DateOnly[] Days = [.. Enumerable.Range(-6, 13).Select(Draw.Day.AddDays)];

    [Fact]
    public void A_status_equals_a_fold_as_of_each_day()
    {
        var committee = Seed.Catalogue.Find("committee")!;
        var communes = EditionIndex.Of(Units).UnitsBelow(0, Trees.Commune);
        var ids = communes.Select(index => Units.Units[index].Id).ToHashSet();
        ForAllLedgers(rows => Compare(
            Sweep(new StatusSweep(committee, communes.Length), rows.Where(row => ids.Contains(row.UnitId))),
            rows,
            tally => (tally.Cells[Seed.Layout.Status(committee, Trees.Commune, committee.StateOf("consolidated"))], communes.Length),
            point => (point.Complete!.Value, (int)point.Total!.Value)));
    }

    [Fact]
    public void A_count_equals_a_fold_as_of_each_day()
    {
        var agencies = Seed.Catalogue.Find("agencies")!;
        ForAllLedgers(rows => Compare(
            Sweep(new CountSweep(agencies), rows),
            rows,
            tally => tally.Cells[TallyLayout.Count(agencies)],
            point => point.Total!.Value));
    }

    [Fact]
    public void Models_equal_a_fold_as_of_each_day() =>
        ForAllLedgers(rows => Compare(
            Sweep(new ModelSweep(NameForm.LettersFolded), rows),
            rows,
            tally => (tally.Models.Length, tally.Cells[Seed.Layout.Sites], tally.Cells[Seed.Layout.Groups]),
            point => (point.Distinct!.Value, point.Sites!.Value, point.Groups!.Value)));

    [Theory]
    [InlineData(NameForm.Composed, 2)]
    [InlineData(NameForm.LettersFolded, 1)]
    public void Names_of_models_are_compared_by_the_form_asked_for(NameForm form, int distinct)
    {
        var row = new LedgerRow
        {
            UnitId = Units.Units[0].Id,
            Sequence = 1,
            EffectiveOn = Days[0],
            RecordedAt = DateTimeOffset.UnixEpoch,
            Figures = new Figures { Models = [new ModelFigure("\u00D0oàn kết", [], 1, 2), new ModelFigure("\u0110oàn kết", [], 3, 4)] },
        };
        var point = Sweep(new ModelSweep(form), [row])[0];
        Assert.Equal((distinct, 4, 6), (point.Distinct, point.Sites, point.Groups));
    }

    private static void ForAllLedgers(Action<List<LedgerRow>> assertion) =>
        Properties.ForAllLists(
            RowStep.Any(Units.Units.Length),
            steps => assertion(RowStep.AsRead(RowStep.ToRows(steps, unit => Units.Units[unit].Id))));

    private static IReadOnlyList<HistoryPoint> Sweep(HistorySweep sweep, IEnumerable<LedgerRow> rows)
    {
        foreach (var row in rows)
            sweep.Add(row);
        return sweep.Sweep(Days);
    }

    private static void Compare<T>(
        IReadOnlyList<HistoryPoint> points,
        List<LedgerRow> rows,
        Func<Tally, T> expected,
        Func<HistoryPoint, T> actual)
    {
        Assert.Equal(Days, points.Select(point => point.On));
        Assert.Equal(Days.Select(day => expected(FoldAsOf(day, rows))), points.Select(actual));
    }

    private static Tally FoldAsOf(DateOnly day, List<LedgerRow> rows)
    {
        var sum = new TallySum(Seed.Layout, Units.Generation, Units.Units.Length);
        for (var index = 0; index < Units.Units.Length; index++)
        {
            var fold = new UnitFold(Seed.Layout);
            foreach (var row in rows.Where(row => row.UnitId == Units.Units[index].Id && row.EffectiveOn <= day))
                fold.Add(row);
            sum.Replace(TallySum.OfChild(index), fold.ToTally(Units.Generation, Units.Units[index].Level));
        }

        return sum.ToTally();
    }
}
