using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Aggregation.Domain.Reports;
using Aggregation.Testing.Reference;
using Aggregation.Tests.Support;
using FsCheck.Fluent;
using Xunit;

namespace Aggregation.Tests.Domain.Reports;

public sealed class ReportFormTests
{
    private static readonly DateOnly Today = Draw.Day.AddDays(4);

    [Fact]
    public void What_the_validator_lets_through_has_no_fault_here_and_what_it_refuses_has_one() => Properties.ForAllLists(
        from figures in Draw.FiguresOf(Draw.Models, Gen.Elements<string?>(null, "ghi chú"))
        from day in Gen.Choose(-4, 6).Select(Draw.Day.AddDays)
        from change in Gen.Choose(0, 9)
        select (figures, day, change),
        drawn =>
        {
            var validator = new ReportValidator(Seed.Catalogue);
            var edition = Trees.Small();
            foreach (var (figures, day, change) in drawn)
            {
                var report = new Report("key", day, Change(figures, change), null);
                var faults = new List<Fault>();
                var again = validator.Validate(InputOf(report, "00001"), edition, Today, faults);
                var found = ReportForm.FaultsOf(Seed.Catalogue, report, Trees.Commune, Today);
                Assert.Equal(faults.Count == 0, found.IsEmpty);
                if (faults.Count == 0)
                    Assert.Equal(report, again);
                else
                    Assert.Contains(found[0].Code, faults.Select(fault => fault.Code));
            }
        });

    [Fact]
    public void A_normal_form_is_not_believed()
    {
        var model = new ModelFigure("Camera an ninh", [], 1, 0);
        Assert.Empty(ReportForm.FaultsOf(Seed.Catalogue, Of(model), Trees.Commune, Today));
        Assert.NotEmpty(ReportForm.FaultsOf(Seed.Catalogue, Of(model with { NormalName = "hòa giải" }), Trees.Commune, Today));
    }

    [Fact]
    public void Nothing_stands_twice_and_everything_in_order()
    {
        CountFigure one = new("agencies", 1), other = new("schools", 1);
        Assert.Empty(Of([one, other]));
        Assert.NotEmpty(Of([other, one]));
        Assert.NotEmpty(Of([one, one]));

        static IEnumerable<Fault> Of(CountFigure[] counts) => ReportForm.FaultsOf(
            Seed.Catalogue,
            new Report("key", Draw.Day, new Figures { Counts = [.. counts] }, null),
            Trees.Commune,
            Today);
    }

    private static Report Of(ModelFigure model) => new("key", Draw.Day, new Figures { Models = [model] }, null);

    // Most drawn figures are right; every other change makes one thing wrong.
    private static Figures Change(Figures figures, int change) => change switch
    {
        0 => figures with { Counts = [new CountFigure("agencies", -1)] },
        1 => figures with { Counts = [new CountFigure("invented", 1)] },
        2 => figures with { Statuses = [new StatusFigure("mobilisation-programme", "adopted")] },
        3 => figures with { Statuses = [new StatusFigure("committee", "?")] },
        4 => figures with { Models = [new ModelFigure("x", ["invented"], 1, 0)] },
        5 => figures with { Note = new string('x', 501) },
        6 => figures with { Declared = [new CountFigure("invented", 1)] },
        _ => figures,
    };

    private static ReportInput InputOf(Report report, string unit)
    {
        var input = new ReportInput
        {
            Unit = unit,
            IdempotencyKey = report.IdempotencyKey,
            EffectiveOn = report.EffectiveOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Counts = [.. report.Figures.Counts.Select(figure => new CountInput(figure.Indicator, new WholeNumber(figure.Value)))],
            Statuses = [.. report.Figures.Statuses.Select(figure => new StatusInput(figure.Indicator, figure.State))],
            Models = [.. report.Figures.Models.Select(model => new ModelInput
            {
                Name = model.Name,
                Kinds = [.. model.Kinds],
                Sites = new WholeNumber(model.Sites),
                Groups = new WholeNumber(model.Groups)
            })],
            Declared = [.. report.Figures.Declared.Select(figure => new CountInput(figure.Indicator, new WholeNumber(figure.Value)))],
            Note = report.Figures.Note,
        };
        return input;
    }
}
