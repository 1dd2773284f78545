using System;
using System.Collections.Generic;
using System.Linq;
using Aggregation.Domain.Units;
using Aggregation.Testing.Reference;
using Aggregation.Tests.Support;
using FsCheck.Fluent;
using Xunit;

namespace Aggregation.Tests.Domain.Units;

public sealed class EditionTests
{
    [Fact]
    public void Units_stand_depth_first_with_children_in_code_order() => Assert.Equal(
        ["VN", "01", "001", "00001", "00004", "00101", "002", "00100", "48", "490", "20200", "498"],
        Trees.Small().Units.Select(unit => unit.Code));

    [Fact]
    public void The_order_of_the_list_does_not_matter() => Properties.ForAll(
        Gen.Choose(0, int.MaxValue),
        seed => AssertSame(Trees.Small(), new Edition("2023", 1, Properties.Shuffled(Trees.SmallUnits(), seed))));

    [Fact]
    public void Everything_below_a_unit_is_one_range() => AssertIsTree(Trees.Small(), Trees.SmallUnits());

    [Fact]
    public void Any_tree_is_laid_out_right() => Properties.ForAll(
        Gen.Choose(0, int.MaxValue),
        seed =>
        {
            var units = RandomTree(new Random(seed));
            AssertIsTree(new Edition("2023", 1, units), units);
        },
        50);

    [Fact]
    public void A_list_of_real_size_is_laid_out_right()
    {
        var units = Trees.RealSizeUnits();
        Assert.Equal(11_368, units.Count);
        var edition = new Edition("2023", 3, Properties.Shuffled(units, 7));
        Same.Items([1, 63, 705, 10_599], edition.LevelCounts);
        Assert.Equal(11_368, edition.HighestId);
        Assert.Equal(3, edition.Generation);

        var below = new Dictionary<(string Code, int Level), int>();
        var byCode = units.ToDictionary(unit => unit.Code);
        foreach (var unit in units)
        {
            for (var above = unit.Parent; above is not null; above = byCode[above].Parent)
                below[(above, unit.Level)] = below.GetValueOrDefault((above, unit.Level)) + 1;
        }

        for (var index = 0; index < units.Count; index++)
        {
            for (var level = 0; level <= Trees.Commune; level++)
                Assert.Equal(below.GetValueOrDefault((edition.Units[index].Code, level)), edition.CountBelow(index, level));
        }
    }

    [Fact]
    public void Levels_may_be_left_out()
    {
        var edition = new Edition("2025", 1, [Trees.Unit(1, "VN", null), Trees.Unit(2, "01", "VN"), Trees.Unit(3, "00004", "01")]);
        Assert.Equal(0, edition.CountBelow(0, Trees.District));
        Assert.Equal(1, edition.CountBelow(0, Trees.Commune));
        Assert.Equal(1, edition.CountBelow(1, Trees.Commune));
        Assert.Equal(0, edition.CountBelow(0, Trees.Nation));
        Assert.Equal(0, edition.CountBelow(0, 17));
    }

    [Fact]
    public void A_nation_alone_is_an_edition()
    {
        var edition = new Edition("2023", 1, [Trees.Unit(5, "VN", null)]);
        Assert.Equal(1, edition.EndOf(0));
        Assert.Equal(-1, edition.ParentOf(0));
        Same.Items([-1, -1, -1, -1, -1, 0], edition.IndexById);
        Assert.True(edition.ChildrenOf(0).IsEmpty);
    }

    [Fact]
    public void An_edition_is_simulated_while_any_unit_is()
    {
        Assert.False(Trees.Small().Simulated);
        Assert.True(new Edition("2023", 1, [.. Trees.SmallUnits(), Trees.Unit(99, "S01-001", "01", simulated: true)]).Simulated);
    }

    [Fact]
    public void Unknown_codes_are_not_found()
    {
        var edition = Trees.Small();
        Assert.Equal(-1, edition.IndexOf("1"));
        Assert.Equal(-1, edition.IndexOf("vn"));
        Assert.Null(edition.Find(""));
        Assert.Equal("498", edition.Find("498")!.Code);
    }

    public static TheoryData<string, string?[]> NotTrees() => new()
    {
        { "nothing", [] },
        { "no root", ["01", "VN"] },
        { "two roots", ["VN", null, "VM", null] },
        { "a circle beside the tree", ["VN", null, "01", "001", "001", "01"] },
        { "its own parent", ["VN", null, "01", "01"] },
        { "a missing parent", ["VN", null, "00001", "001"] },
        { "a root twice", ["VN", null, "VN", null] },
        { "a leaf twice", ["VN", null, "01", "VN", "01", "VN"] },
        { "a leaf twice in two places", ["VN", null, "01", "VN", "02", "VN", "001", "01", "001", "02"] },
        { "a parent twice", ["VN", null, "01", "VN", "01", "VN", "001", "01"] },
        { "the nation again, below", ["VN", null, "01", "VN", "VN", "01"] },
    };

    [Theory]
    [MemberData(nameof(NotTrees))]
    public void What_is_not_one_tree_is_refused(string what, string?[] codesAndParents)
    {
        var units = codesAndParents.Chunk(2)
            .Select((pair, place) => new Unit(place + 1, pair[0]!, "Tên", "Kind", Math.Min(place, 3), pair[1], null, false));
        var refusal = Assert.Throws<ArgumentException>(() => new Edition("2023", 1, units));
        Assert.False(string.IsNullOrEmpty(refusal.Message), what);
    }

    [Fact]
    public void Two_units_with_one_id_are_refused() =>
        Assert.Throws<ArgumentException>(() => new Edition(
            "2023",
            1,
            [Trees.Unit(1, "VN", null), Trees.Unit(2, "01", "VN"), Trees.Unit(2, "48", "VN")]));

    private static List<Unit> RandomTree(Random random)
    {
        var units = new List<Unit> { Trees.Unit(1, "VN", null) };
        var ids = Enumerable.Range(2, 200).ToArray();
        random.Shuffle(ids);
        for (var number = 0; number < random.Next(80); number++)
        {
            var parent = units[random.Next(units.Count)];
            if (parent.Level < Trees.Commune)
                units.Add(new Unit(
                    ids[number],
                    $"{random.Next(10)}{number:00000}",
                    "Tên",
                    "Kind",
                    random.Next(parent.Level + 1, 4),
                    parent.Code,
                    null,
                    false));
        }

        return [.. Properties.Shuffled(units, random.Next())];
    }

    private static void AssertIsTree(Edition edition, List<Unit> units)
    {
        var byCode = units.ToDictionary(unit => unit.Code);
        Assert.Equal(units.OrderBy(unit => unit.Code), edition.Units.OrderBy(unit => unit.Code));
        for (var index = 0; index < edition.Units.Length; index++)
        {
            var unit = edition.Units[index];
            Assert.Equal(index, edition.IndexOf(unit.Code));
            Assert.Equal(index, edition.IndexById[unit.Id]);
            Assert.Equal(unit.Parent, edition.ParentOf(index) < 0 ? null : edition.Units[edition.ParentOf(index)].Code);
            var children = edition.ChildrenOf(index).ToArray();
            Assert.Equal(units.Where(other => other.Parent == unit.Code)
                .Select(other => other.Code)
                .Order(StringComparer.Ordinal), children.Select(child => edition.Units[child].Code));
            Assert.Equal(children.Order(), children);

            var area = units.Where(other => IsWithin(other, unit)).ToList();
            Assert.Equal(area.Select(other => other.Id).Order(), edition.IdsWithin(index));
            for (var other = 0; other < edition.Units.Length; other++)
            {
                Assert.Equal(area.Contains(edition.Units[other]), edition.IsWithin(other, index));
                Assert.Equal(area.Contains(edition.Units[other]), other >= index && other < edition.EndOf(index));
            }

            for (var level = 0; level <= Trees.Commune; level++)
                Assert.Equal(area.Count(other => other != unit && other.Level == level), edition.CountBelow(index, level));
        }

        bool IsWithin(Unit unit, Unit area) => unit == area || (unit.Parent is not null && IsWithin(byCode[unit.Parent], area));
    }

    private static void AssertSame(Edition expected, Edition actual)
    {
        Same.Items(expected.Units, actual.Units);
        Same.Items(expected.LevelCounts, actual.LevelCounts);
        Same.Items(expected.IndexById, actual.IndexById);
    }
}
