using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using Aggregation.Domain.Reports;
using FsCheck;
using FsCheck.Fluent;

namespace Aggregation.Tests.Support;

/// <summary>
/// Random figures. Small pools, so that things meet: the same indicators, the same days, the same names in other spellings.
/// </summary>
internal static class Draw
{
    public static readonly DateOnly Day = new(2017, 2, 20);

    /// <summary>Five models in eleven spellings.</summary>
    public static readonly ImmutableArray<string> Names =
    [
        "Hoà giải", "Hòa giải", "HÒA  GIẢI", "Hòa giải".Normalize(NormalizationForm.FormD),
        "Hóa giải",
        "Móc khóa an toàn", "móc khoá an toàn", "Mọc khóa an toàn",
        "Camera an ninh", " camera\u00a0AN NINH ", "Camera ân ninh",
    ];

    public static Gen<DateOnly> Days => Gen.Choose(-4, 4).Select(Day.AddDays);

    public static Gen<long> Values =>
        Gen.Frequency((4, Gen.Choose(0, 9).Select(value => (long)value)), (1, Gen.Elements(0L, 1_000_000_000L)));

    public static Gen<CountFigure> Counts =>
        from indicator in Gen.Elements("residential-areas", "agencies", "schools")
        from value in Values
        select new CountFigure(indicator, value);

    public static Gen<StatusFigure> Statuses =>
        Gen.Elements(
            new StatusFigure("committee", "not-started"),
            new StatusFigure("committee", "consolidating"),
            new StatusFigure("committee", "consolidated"),
            new StatusFigure("programme", "not-adopted"),
            new StatusFigure("programme", "adopted"));

    public static Gen<ModelFigure> Models => ModelsNamed(Gen.Elements<string>(Names));

    public static Gen<Figures> Figures => FiguresOf(Models, Gen.Constant<string?>(null));

    public static Gen<ModelFigure> ModelsNamed(Gen<string> names) =>
        from name in names
        from sites in Gen.Choose(0, 3)
        from groups in Gen.Choose(0, 4)
        from kinds in Gen.SubListOf(Seed.Catalogue.ModelKinds.Select(kind => kind.Id))
        select new ModelFigure(
            Spelling.Of(name),
            [.. Seed.Catalogue.ModelKinds.Select(kind => kind.Id).Where(kinds.Contains)],
            sites,
            groups);

    /// <summary>Figures as a parser leaves them: each name once, sorted.</summary>
    public static Gen<Figures> FiguresOf(Gen<ModelFigure> models, Gen<string?> notes) =>
        from counts in Few(Counts)
        from statuses in Few(Statuses)
        from named in Few(models)
        from declared in Few(from name in Gen.Elements("models", "sites", "schools")
                             from value in Values
                             select new CountFigure(name, value))
        from note in notes
        select new Figures
        {
            Counts = Sorted(counts, figure => figure.Indicator),
            Statuses = Sorted(statuses, figure => figure.Indicator),
            Models = Sorted(named, figure => figure.NormalName),
            Declared = Sorted(declared, figure => figure.Indicator),
            Note = note,
        };

    /// <summary>
    /// Any text of Unicode without lone surrogates and control characters, most of it of letters that meet normalisation.
    /// </summary>
    public static Gen<string> ExoticText
    {
        get
        {
            var tricky = Gen.Elements(
                "à",
                "a\u0300",
                "ệ",
                "e\u0323\u0302",
                "e\u0302\u0323",
                "ư",
                "Đ",
                "đ",
                "İ",
                "ı",
                "ß",
                "ſ",
                "ᾳ",
                "ﬁ",
                "Å",
                "\u212b",
                "\U0001d165",
                "\u20dd",
                "각",
                "\u1100\u1161",
                "\u00a0",
                "\u200b",
                "\u200d",
                "😀",
                "👩\u200d🚒",
                "\"",
                "\\",
                "<",
                "\u2028",
                " ",
                "x");
            var any = Gen.Choose(0x20, 0x10ffff)
                .Where(point => point is (< 0xd800 or > 0xdfff) and not (>= 0x7f and < 0xa0) and not 0xfffe)
                .Select(char.ConvertFromUtf32);
            return from pieces in Gen.Frequency((3, tricky), (1, any)).ArrayOf() select string.Concat(pieces);
        }
    }

    private static Gen<T[]> Few<T>(Gen<T> elements) => Gen.Choose(0, 3).SelectMany(elements.ArrayOf);

    private static ImmutableArray<T> Sorted<T>(IEnumerable<T> figures, Func<T, string> name) =>
        [.. figures.DistinctBy(name).OrderBy(name, StringComparer.Ordinal)];
}
