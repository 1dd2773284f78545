using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Aggregation.Domain.Reports;
using Aggregation.Domain.Tallies;
using Aggregation.Testing.Reference;
using Aggregation.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Aggregation.Tests.Domain.Tallies;

public sealed class TallySumTests
{
    private const int Children = 3;
    private const int Generation = 2;
    private static readonly DateTimeOffset Start = new(2017, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_sum_is_the_sum_of_the_newest_parts_however_they_came() => Properties.ForAllLists(
        from part in Gen.Choose(0, Children) from content in Contents select (part, content),
        changes =>
        {
            var histories = HistoriesOf(changes);
            var expected = NaiveSum(histories.Select(history => history.LastOrDefault()).OfType<Tally>());
            for (var seed = 0; seed < 5; seed++)
            {
                // Every version of every part, some twice, in any order: a repeat and a late one change nothing.
                var random = new Random(seed);
                var deliveries = histories.SelectMany((history, part) => history.Select(tally => (part, tally)));
                var sum = new TallySum(Seed.Layout, Generation, Children);
                foreach (var (part, tally) in Properties.Shuffled(
                    deliveries.Concat(deliveries.Where(_ => random.Next(2) == 0)).ToList(),
                    seed))
                {
                    var before = sum.ToTally();
                    var isNewer = tally.Version > sum.Part(part).Version;
                    Assert.Equal(isNewer, sum.Replace(part, tally));
                    Assert.Equal(isNewer ? NaiveSum(Enumerable.Range(0, Children + 1)
                        .Select(sum.Part)) with
                    { OwnLastReportedOn = sum.Part(0).OwnLastReportedOn } : before, sum.ToTally());
                }

                Assert.Equal(expected with { OwnLastReportedOn = sum.Part(0).OwnLastReportedOn }, sum.ToTally());
            }
        });

    [Fact]
    public void A_sum_of_sums_is_the_sum_of_all_parts() => Properties.ForAllLists(
        from part in Gen.Choose(0, 5) from content in Contents select (part, content),
        changes =>
        {
            var parts = HistoriesOf(changes, 6).Select(history => history.LastOrDefault() ?? Tally.Empty(Seed.Layout, Generation)).ToList();
            var left = SumOf(parts[0], parts[1], parts[2]);
            var right = SumOf(parts[3], parts[4], parts[5]);
            var both = SumOf(Tally.Empty(Seed.Layout, Generation), left, right);
            var flat = SumOf([Tally.Empty(Seed.Layout, Generation), .. parts]);
            Assert.Equal(flat, both);
        });

    [Fact]
    public void A_sum_that_parts_have_left_is_the_sum_of_nothing() => Properties.ForAllLists(
        from part in Gen.Choose(0, Children) from content in Contents select (part, content),
        changes =>
        {
            var sum = new TallySum(Seed.Layout, Generation, Children);
            var histories = HistoriesOf(changes);
            for (var part = 0; part < histories.Count; part++)
            {
                foreach (var tally in histories[part])
                    sum.Replace(part, tally);
            }

            for (var part = 0; part < histories.Count; part++)
                sum.Replace(part, Tally.Empty(Seed.Layout, Generation) with { Version = new TallyVersion(Generation, 1_000_000) });
            Assert.True(sum.ToTally().HasSameFigures(Tally.Empty(Seed.Layout, Generation)));
            Assert.Equal(4_000_000, sum.Version.Rows);
        });

    [Fact]
    public void Whatever_was_pushed_a_sum_corrected_to_the_truth_is_the_truth_and_its_version_never_goes_back() => Properties.ForAllLists(
        from part in Gen.Choose(0, Children)
        from content in Contents
        from rows in Gen.Choose(0, 9)
        from correction in Gen.Choose(0, 2)
        select (part, content, rows, correction),
        pushes =>
        {
            var sum = new TallySum(Seed.Layout, Generation, Children);
            var last = sum.Version;
            foreach (var (part, content, rows, correction) in pushes)
            {
                sum.Replace(part, HistoriesOf([(0, content)])[0][0] with { Version = new TallyVersion(Generation, rows, correction) });
                Assert.True(sum.Version >= last);
                last = sum.Version;
            }

            var truth = HistoriesOf([.. pushes.Select(push => (push.part, push.content))]).Select(history => history.LastOrDefault()
                ?? Tally.Empty(Seed.Layout, Generation)).ToList();
            for (var part = 0; part < truth.Count; part++)
            {
                if (sum.Replace(part, truth[part])
                    || sum.Part(part).Version.Rows == truth[part].Version.Rows && sum.Part(part).HasSameFigures(truth[part]))
                {
                    continue;
                }

                sum.Correct(part, truth[part]);
                Assert.True(sum.Version > last);
                last = sum.Version;
            }

            var expected = SumOf([.. truth]);
            Assert.True(sum.ToTally().HasSameFigures(expected));
            Assert.Equal(expected.Version.Rows, sum.Version.Rows);
        });

    [Fact]
    public void A_part_of_another_generation_is_refused()
    {
        var sum = new TallySum(Seed.Layout, Generation, Children);
        var part = Tally.Empty(Seed.Layout, Generation) with { Cells = [.. Seed.Layout.Zeros.Select(_ => 1L)] };
        Assert.False(sum.Replace(1, part with { Version = new TallyVersion(Generation - 1, 99) }));
        Assert.False(sum.Replace(1, part with { Version = new TallyVersion(Generation + 1, 99) }));
        Assert.False(sum.Replace(1, part with { Version = new TallyVersion(Generation, 0) }));
        Assert.Equal(Tally.Empty(Seed.Layout, Generation), sum.ToTally());
        Assert.True(sum.Replace(1, part with { Version = new TallyVersion(Generation, 1) }));
    }

    [Fact]
    public void A_tally_once_taken_does_not_change_with_the_sum()
    {
        var sum = new TallySum(Seed.Layout, Generation, Children);
        sum.Replace(1, Of(1, Model("Hoà giải", 0, 1)));
        var taken = sum.ToTally();
        sum.Replace(1, Of(2, Model("Hoà giải", 0, 5), Model("Camera", 1, 1)));
        Assert.Equal(1, Assert.Single(taken.Models).Sites);
        Assert.Equal(1, taken.Cells[Seed.Layout.Sites]);
    }

    [Fact]
    public void A_model_keeps_its_first_spelling_until_the_unit_that_gave_it_lets_it_go()
    {
        var sum = new TallySum(Seed.Layout, Generation, Children);
        sum.Replace(1, Of(1, Model("HOÀ GIẢI", minute: 5, 1)));
        Assert.Equal("HOÀ GIẢI", sum.ToTally().Models[0].Name);
        sum.Replace(2, Of(1, Model("Hòa giải", minute: 3, 1)));
        Assert.Equal("Hòa giải", sum.ToTally().Models[0].Name);
        sum.Replace(3, Of(1, Model("hoà giải", minute: 4, 1)));
        Assert.Equal("Hòa giải", sum.ToTally().Models[0].Name);
        sum.Replace(2, Of(2));
        Assert.Equal("hoà giải", sum.ToTally().Models[0].Name);
        Assert.Equal(2, sum.ToTally().Models[0].Units);
        sum.Replace(3, Of(2));
        sum.Replace(1, Of(2));
        Assert.Empty(sum.ToTally().Models);
    }

    private static Gen<Content> Contents =>
        from models in Gen.Choose(0, 4).SelectMany(Draw.Models.ArrayOf)
        from minutes in Gen.ArrayOf(Gen.Choose(0, 3), 4)
        from units in Gen.Choose(1, 2)
        from values in Gen.ArrayOf(Gen.Choose(0, 3), Seed.Layout.Length)
        from day in Gen.Frequency((1, Gen.Constant<DateOnly?>(null)), (3, Draw.Days.Select(day => (DateOnly?)day)))
        from recorded in Gen.Frequency((1, Gen.Constant<int?>(null)), (3, Gen.Choose(0, 9).Select(minute => (int?)minute)))
        from rows in Gen.Choose(1, 3)
        select new Content(
            [.. models.DistinctBy(model => model.NormalName).OrderBy(
                model => model.NormalName,
                StringComparer.Ordinal).Select((model, place) => new ModelTally
            {
                NormalName = model.NormalName,
                Name = model.Name,
                FirstRecordedAt = Start.AddMinutes(minutes[place % 4]),
                Sites = model.Sites + 1,
                Groups = model.Groups,
                Units = units,
                Kinds = [.. Seed.Catalogue.ModelKinds.Select(kind => model.Kinds.Contains(kind.Id) ? units : 0)],
            })],
            [.. values.Select(value => (long)value)],
            day,
            recorded is { } minute ? Start.AddMinutes(minute) : null,
            rows);

    private static List<List<Tally>> HistoriesOf((int Part, Content Content)[] changes, int parts = Children + 1)
    {
        var histories = Enumerable.Range(0, parts).Select(_ => new List<Tally>()).ToList();
        foreach (var (part, content) in changes)
        {
            var rows = (histories[part].LastOrDefault()?.Version.Rows ?? 0) + content.Rows;
            histories[part].Add(new Tally
            {
                Version = new TallyVersion(Generation, rows),
                Cells = content.Cells,
                Models = content.Models,
                LastReportedOn = content.Day,
                OwnLastReportedOn = content.Day,
                RecordedAt = content.RecordedAt,
            });
        }

        return histories;
    }

    private static Tally SumOf(params Tally[] parts)
    {
        var sum = new TallySum(Seed.Layout, Generation, parts.Length - 1);
        for (var part = 0; part < parts.Length; part++)
            sum.Replace(part, parts[part]);
        return sum.ToTally();
    }

    private static Tally NaiveSum(IEnumerable<Tally> given)
    {
        var parts = given.ToList();
        var models = parts.SelectMany(part => part.Models).GroupBy(model => model.NormalName).OrderBy(
            same => same.Key,
            StringComparer.Ordinal).Select(same =>
        {
            var first = same.OrderBy(model => model.FirstRecordedAt).ThenBy(model => model.Name, StringComparer.Ordinal).First();
            return first with
            {
                Sites = same.Sum(model => model.Sites),
                Groups = same.Sum(model => model.Groups),
                Units = same.Sum(model => model.Units),
                Kinds = [.. Seed.Catalogue.ModelKinds.Select((_, kind) => same.Sum(model => model.Kinds[kind]))],
            };
        });
        return new Tally
        {
            Version = new TallyVersion(Generation, parts.Sum(part => part.Version.Rows)),
            Cells = [.. Enumerable.Range(0, Seed.Layout.Length).Select(cell => parts.Sum(part => part.Cells[cell]))],
            Models = [.. models],
            LastReportedOn = parts.Max(part => part.LastReportedOn),
            OwnLastReportedOn = null,
            RecordedAt = parts.Max(part => part.RecordedAt),
        };
    }

    private static Tally Of(long rows, params ModelTally[] models) => Tally.Empty(Seed.Layout, Generation) with
    {
        Version = new TallyVersion(Generation, rows),
        Models = [.. models.OrderBy(model => model.NormalName, StringComparer.Ordinal)],
        Cells = Seed.Layout.Zeros.SetItem(Seed.Layout.Sites, models.Sum(model => model.Sites)),
    };

    private static ModelTally Model(string name, int minute, long sites) => new()
    {
        NormalName = ModelName.Normalize(name),
        Name = name,
        FirstRecordedAt = Start.AddMinutes(minute),
        Sites = sites,
        Groups = 0,
        Units = 1,
        Kinds = [0, 0, 0, 0, 1],
    };

    private sealed record Content(
        ImmutableArray<ModelTally> Models,
        ImmutableArray<long> Cells,
        DateOnly? Day,
        DateTimeOffset? RecordedAt,
        int Rows);
}
