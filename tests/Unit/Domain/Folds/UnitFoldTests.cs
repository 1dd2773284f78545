using System;
using System.Collections.Generic;
using System.Linq;
using Aggregation.Domain.Folds;
using Aggregation.Domain.Reports;
using Aggregation.Domain.Tallies;
using Aggregation.Domain.Units;
using Aggregation.Testing.Reference;
using Aggregation.Tests.Support;
using FsCheck.Fluent;
using Xunit;

namespace Aggregation.Tests.Domain.Folds;

public sealed class UnitFoldTests
{
    private static readonly Edition Alone = new("2023", 1, [Trees.Unit(7, "VN", null)]);

    [Fact]
    public void The_order_of_rows_does_not_matter() => Properties.ForAllLists(
        RowStep.Any(1),
        steps =>
        {
            var rows = RowStep.AsRead(RowStep.ToRows(steps, _ => 7));
            var expected = Fold(rows);
            for (var seed = 0; seed < 4; seed++)
            {
                var shuffled = Fold(Properties.Shuffled(rows, seed));
                Assert.Equal(expected.ToTally(1, 0), shuffled.ToTally(1, 0));
                AssertSame(expected.ToOwnFigures(), shuffled.ToOwnFigures());
                Assert.Equal(expected.Rows, shuffled.Rows);
            }
        });

    [Fact]
    public void What_stands_is_what_the_reference_says() => Properties.ForAllLists(
        RowStep.Any(1),
        steps =>
        {
            var rows = RowStep.ToRows(steps, _ => 7);
            var fold = Fold(RowStep.AsRead(rows));
            var expected =
                new ReferenceFold(Seed.Reference, ReferenceView.Of(Alone, Seed.Catalogue), ReferenceView.Of(Alone, rows)).RollUp("VN");
            Assert.Equal(expected.ToString(), ReferenceView.Of(Seed.Layout, Alone, 0, fold.ToTally(1, 0), fold.ToOwnFigures()).ToString());
            Assert.Equal(rows.Count, fold.ToTally(1, 0).Version.Rows);
        });

    [Fact]
    public void A_withdrawn_row_is_as_if_it_had_never_been() => Properties.ForAllLists(
        RowStep.Any(1),
        steps =>
        {
            var rows = RowStep.AsRead(RowStep.ToRows(steps, _ => 7));
            var all = Fold(rows);
            var others = Fold(rows.Where(row => row.Withdraws is null && row.WithdrawnBy is null));
            AssertSame(others.ToOwnFigures(), all.ToOwnFigures());
            Same.Items(others.ToTally(1, 0).Cells, all.ToTally(1, 0).Cells);
            Same.Items(others.ToTally(1, 0).Models, all.ToTally(1, 0).Models);
            Assert.Equal(others.ToTally(1, 0).LastReportedOn, all.ToTally(1, 0).LastReportedOn);
        });

    [Fact]
    public void The_later_day_wins_over_the_later_row()
    {
        var fold = Fold([Count(1, day: 5, 50), Count(2, day: 3, 30), Count(3, day: 4, 40)]);
        Assert.Equal((Precedence.Of(Draw.Day.AddDays(5), 1), 50L), fold.Standing(Seed.Catalogue.Find("agencies")!));
        Assert.Equal(Draw.Day.AddDays(5), fold.ToTally(1, 0).LastReportedOn);
    }

    [Fact]
    public void Within_one_day_the_later_row_wins()
    {
        var fold = Fold([Count(2, day: 5, 20), Count(10, day: 5, 100), Count(9, day: 5, 90)]);
        Assert.Equal(100, fold.Standing(Seed.Catalogue.Find("agencies")!).Value);
    }

    [Fact]
    public void A_figure_that_a_later_report_does_not_state_stays()
    {
        var fold = Fold(
        [
            Row(1, 0, new Figures
            {
                Counts = [new CountFigure("agencies", 3)],
                Statuses = [new StatusFigure("committee", "consolidated")],
                Declared = [new CountFigure("models", 490)]
            }),
            Row(2, 1, new Figures { Counts = [new CountFigure("schools", 4)] }),
        ]);
        var own = fold.ToOwnFigures();
        Assert.Equal(3, own.Counts[Seed.Catalogue.Find("agencies")!.Slot]);
        Assert.Equal(4, own.Counts[Seed.Catalogue.Find("schools")!.Slot]);
        Assert.Equal("consolidated", own.Statuses[Seed.Catalogue.Find("committee")!.Slot]);
        Same.Items([new CountFigure("models", 490)], own.Declared);
    }

    [Fact]
    public void A_first_state_is_not_the_same_as_no_report()
    {
        var own = Fold([Row(1, 0, new Figures { Statuses = [new StatusFigure("committee", "not-started")] })]).ToOwnFigures();
        Assert.Equal("not-started", own.Statuses[Seed.Catalogue.Find("committee")!.Slot]);
        Assert.Null(own.Statuses[Seed.Catalogue.Find("programme")!.Slot]);
        Assert.All(new UnitFold(Seed.Layout).ToOwnFigures().Statuses, Assert.Null);
    }

    [Fact]
    public void A_model_at_no_sites_is_gone_and_an_earlier_day_does_not_revive_it()
    {
        var fold = Fold([Model(1, 0, "Hòa giải", 3), Model(2, 5, "hoà giải", 0), Model(3, 4, "Hòa giải", 9)]);
        var tally = fold.ToTally(1, 0);
        Assert.Empty(tally.Models);
        Assert.Equal(0, tally.Cells[Seed.Layout.Sites]);
        Assert.Equal(0, tally.Cells[Seed.Layout.Groups]);
        Assert.Equal(1, tally.Cells[Seed.Layout.Reported(0)]);
    }

    [Fact]
    public void A_model_is_shown_as_it_was_first_recorded_with_the_figures_that_stand()
    {
        var fold = Fold([Model(2, 9, "HOÀ GIẢI", 2), Model(1, 3, "Hoà giải", 1), Model(3, 4, "hòa giải", 7)]);
        var model = Assert.Single(fold.ToTally(1, 0).Models);
        Assert.Equal("Hoà giải", model.Name);
        Assert.Equal(2, model.Sites);
        Assert.Equal(1, model.Units);
    }

    [Fact]
    public void The_spelling_of_a_withdrawn_report_goes_with_it()
    {
        var fold = Fold([Model(1, 0, "Hoà giải", 1) with { WithdrawnBy = 3 }, Model(2, 0, "Hòa Giải", 2)]);
        Assert.Equal("Hòa Giải", Assert.Single(fold.ToTally(1, 0).Models).Name);
    }

    [Fact]
    public void What_the_catalogue_does_not_know_is_left_out()
    {
        var fold = Fold([Row(1, 0, new Figures
        {
            Counts = [new CountFigure("committee", 3), new CountFigure("cows", 3)],
            Statuses = [new StatusFigure("agencies", "consolidated"), new StatusFigure("committee", "splendid")]
        })]);
        var tally = fold.ToTally(1, 0);
        Assert.All(tally.Cells, cell => Assert.Equal(0, cell));
        Assert.Equal(1, tally.Version.Rows);
    }

    [Fact]
    public void A_unit_with_nothing_but_a_withdrawn_report_has_not_reported()
    {
        var tally = Fold([Count(1, 0, 5) with { WithdrawnBy = 2 }, Row(2, 0, Figures.None) with { Withdraws = 1 }]).ToTally(4, 3);
        Assert.All(tally.Cells, cell => Assert.Equal(0, cell));
        Assert.Null(tally.LastReportedOn);
        Assert.Equal(new TallyVersion(4, 2), tally.Version);
        Assert.Equal(InstantOf(2), tally.RecordedAt);
    }

    [Fact]
    public void A_count_of_zero_is_a_report() =>
        Assert.Equal(1, Fold([Count(1, 0, 0)]).ToTally(1, 3).Cells[Seed.Layout.Reported(3)]);

    [Fact]
    public void A_model_at_no_site_is_a_report_too() =>
        Assert.Equal(1, Fold([Model(1, 0, "Camera an ninh", 0)]).ToTally(1, 3).Cells[Seed.Layout.Reported(3)]);

    [Fact]
    public void Two_spellings_of_one_name_in_one_report_add_up_and_a_later_report_replaces_both()
    {
        var both = Row(1, 0, new Figures
        {
            Models =
        [
            new ModelFigure("Tổ \u00D0oàn kết", ["other"], 1, 2),
            new ModelFigure("Tổ \u0110oàn kết", ["self-protection"], 3, 4)
        ]
        });
        var model = Assert.Single(Fold([both]).ToTally(1, 3).Models);
        Assert.Equal((4, 6, 1), (model.Sites, model.Groups, model.Units));
        Assert.Equal(5, Assert.Single(Fold([both, Model(2, 0, "tổ \u0189oàn kết", 5)]).ToTally(1, 3).Models).Sites);

        var former = new UnitFold(Seed.Layout, NameForm.Composed);
        former.Add(both);
        Assert.Equal([1L, 3L], former.ToTally(1, 3).Models.Select(named => named.Sites).Order());
    }

    private static UnitFold Fold(IEnumerable<LedgerRow> rows)
    {
        var fold = new UnitFold(Seed.Layout);
        foreach (var row in rows)
            fold.Add(row);
        return fold;
    }

    private static LedgerRow Count(int sequence, int day, long value) =>
        Row(sequence, day, new Figures { Counts = [new CountFigure("agencies", value)] });

    private static LedgerRow Model(int sequence, int day, string name, long sites) =>
        Row(sequence, day, new Figures { Models = [new ModelFigure(name, ["other"], sites, sites)] });

    private static LedgerRow Row(int sequence, int day, Figures figures) => new()
    {
        UnitId = 7,
        Sequence = sequence,
        EffectiveOn = Draw.Day.AddDays(day),
        RecordedAt = InstantOf(sequence),
        Figures = figures,
    };

    private static DateTimeOffset InstantOf(int sequence) => new DateTimeOffset(2017, 3, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(sequence);

    private static void AssertSame(OwnFigures expected, OwnFigures actual)
    {
        Same.Items(expected.Counts, actual.Counts);
        Same.Items(expected.Statuses, actual.Statuses);
        Same.Items(expected.Declared, actual.Declared);
    }
}
