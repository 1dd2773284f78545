using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Aggregation.Domain.Tallies;
using Aggregation.Domain.Units;
using Aggregation.Grains.RollUps;
using Aggregation.Testing.Reference;
using Aggregation.Tests.Support;
using FsCheck.Fluent;
using Xunit;

namespace Aggregation.Tests.Grains.RollUps;

public sealed class UnitTotalsTests
{
    [Fact]
    public void Models_that_are_held_already_are_no_way_around_the_check() => Properties.ForAll(
        Gen.Choose(0, int.MaxValue),
        seed =>
        {
            var random = new Random(seed);
            var totals = new UnitTotals(new UnitKey("2023", "01"), Seed.Layout);
            totals.Bind(Trees.Small(), Trees.Small().IndexOf("01"));
            var place = totals.PlaceOf("001");
            List<ModelTally> models = [.. Enumerable.Range(0, random.Next(12)).Select(number => Model(number * 2))];
            totals.Replace(place, Subtotal(1, models));
            for (var change = random.Next(4); change > 0; change--)
                Change(models, random);

            var next = Subtotal(2, models);
            var refusal = Record.Exception(() => totals.EnsureSubtotal(place, "001", next));
            Assert.Equal(IsRight(models) ? null : typeof(ArgumentException), refusal?.GetType());
        },
        tests: 2_000);

    private static void Change(List<ModelTally> models, Random random)
    {
        var at = random.Next(models.Count + 1);
        switch (random.Next(5))
        {
            case 0:
                models.Insert(at, Model(random.Next(24)));
                break;
            case 1 when at < models.Count:
                models.RemoveAt(at);
                break;
            case 2 when at < models.Count:
                models[at] = models[at] with { Sites = random.Next(-1, 3) };
                break;
            case 3 when at < models.Count:
                models[at] = models[at] with { Kinds = [] };
                break;
            case 4 when at < models.Count:
                var other = random.Next(models.Count);
                (models[at], models[other]) = (models[other], models[at]);
                break;
        }
    }

    private static bool IsRight(List<ModelTally> models) =>
        models.TrueForAll(model => model.Sites >= 0 && model.Kinds.Length > 0)
        && models.Zip(models.Skip(1)).All(pair => string.CompareOrdinal(pair.First.NormalName, pair.Second.NormalName) < 0);

    private static ModelTally Model(int number)
    {
        var name = number.ToString("00", CultureInfo.InvariantCulture);
        return new ModelTally
        {
            NormalName = name,
            Name = name,
            FirstRecordedAt = DateTimeOffset.UnixEpoch,
            Sites = 1,
            Groups = 0,
            Units = 1,
            Kinds = [.. new int[Seed.Catalogue.ModelKinds.Length]],
        };
    }

    private static Tally Subtotal(int rows, List<ModelTally> models) =>
        Tally.Empty(Seed.Layout, 1) with { Version = new TallyVersion(1, rows), Models = [.. models] };
}
