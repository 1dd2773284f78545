using System;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using Aggregation.Domain.Reports;
using Aggregation.Testing.Reference;
using Aggregation.Tests.Support;
using FsCheck.Fluent;
using Xunit;

namespace Aggregation.Tests.Domain.Reports;

public sealed class ReportDigestTests
{
    [Fact]
    public void Content_has_one_digest_however_its_models_are_spelled() => Properties.ForAll(
        from figures in Draw.Figures from day in Draw.Days select (figures, day),
        sample =>
        {
            var respelled = sample.figures with
            {
                Models = [.. sample.figures.Models.Select(model => new ModelFigure("\u00a0"
                    + model.Name.ToUpperInvariant().Normalize(NormalizationForm.FormD), model.Kinds, model.Sites, model.Groups))],
            };
            Assert.Equal(sample.figures, respelled);
            Assert.Equal(ReportDigest.OfContent(sample.day, sample.figures, null), ReportDigest.OfContent(sample.day, respelled, null));
        });

    [Fact]
    public void Two_contents_have_one_digest_exactly_when_they_are_equal() => Properties.ForAll(
        from one in Draw.Figures
        from other in Gen.Frequency((1, Gen.Constant(one)), (3, Draw.Figures))
        from firstDay in Draw.Days
        from secondDay in Gen.Frequency((2, Gen.Constant(firstDay)), (1, Draw.Days))
        select (one, other, firstDay, secondDay),
        sample => Assert.Equal(
            sample.one.Equals(sample.other) && sample.firstDay == sample.secondDay,
            ReportDigest.OfContent(sample.firstDay, sample.one, null) == ReportDigest.OfContent(sample.secondDay, sample.other, null)),
        1000);

    [Fact]
    public void Every_field_counts()
    {
        var model = new ModelFigure("Hòa giải", ["self-reconciliation", "other"], 2, 1);
        var figures = new Figures
        {
            Counts = [new CountFigure("agencies", 3), new CountFigure("schools", 4)],
            Statuses = [new StatusFigure("committee", "consolidated")],
            Models = [model],
            Declared = [new CountFigure("models", 3)],
            Note = "ghi chú",
        };
        Figures[] others =
        [
            figures,
            figures with { Counts = [new CountFigure("agencies", 4), new CountFigure("schools", 3)] },
            figures with { Counts = [new CountFigure("agencies", 3)] },
            figures with { Counts = [], Declared = figures.Counts },
            figures with { Statuses = [new StatusFigure("committee", "consolidating")] },
            figures with { Statuses = [] },
            figures with { Models = [] },
            figures with { Models = [model with { Sites = 1, Groups = 2 }] },
            figures with { Models = [model with { Kinds = ["other"] }] },
            figures with { Models = [new ModelFigure("Hóa giải", model.Kinds, 2, 1)] },
            figures with { Declared = [new CountFigure("sites", 3)] },
            figures with { Note = null },
            figures with { Note = "Ghi chú" },
            figures with { Note = "" },
        ];
        var digests = others.Select(other => ReportDigest.OfContent(Draw.Day, other, null))
            .Append(ReportDigest.OfContent(Draw.Day.AddDays(1), figures, null))
            .Append(ReportDigest.OfContent(Draw.Day, Figures.None, 7))
            .Append(ReportDigest.OfContent(Draw.Day, Figures.None, 8))
            .Append(ReportDigest.OfContent(Draw.Day, Figures.None, null))
            .ToImmutableArray();
        Assert.Equal(digests.Length, digests.Distinct().Count());
    }

    [Fact]
    public void Keys_are_compared_letter_by_letter()
    {
        string[] keys =
        [
            "a",
            "A",
            "a ",
            "à",
            "a\u0300",
            "",
            new string('k', 64),
            new string('k', 63),
            new string('k', 500),
            string.Concat(Enumerable.Repeat("ệ", 64))
        ];
        Assert.Equal(keys.Length, keys.Select(ReportDigest.OfKey).Distinct().Count());
        foreach (var key in keys)
            Assert.Equal(ReportDigest.OfKey(key), ReportDigest.OfKey(new string(key.AsSpan())));
    }
}
