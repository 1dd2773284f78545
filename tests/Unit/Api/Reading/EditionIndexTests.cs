using System.Linq;
using Aggregation.Api.Reading;
using Aggregation.Domain.Units;
using Aggregation.Tests.Support;
using Xunit;

namespace Aggregation.Tests.Api.Reading;

public class EditionIndexTests
{
    private static readonly Edition Small = Trees.Small();

    [Fact]
    public void Denominators_are_those_of_the_edition()
    {
        foreach (var edition in (Edition[])[Small, new("2023", 1, Trees.RealSizeUnits())])
        {
            var index = EditionIndex.Of(edition);
            foreach (var unit in Enumerable.Range(0, edition.Units.Length).Where(unit => unit % 97 == 0 || edition == Small))
            {
                for (var level = 0; level <= Trees.Commune; level++)
                    Assert.Equal(edition.CountBelow(unit, level), index.CountBelow(unit, level));
            }
        }
    }

    [Theory]
    [InlineData("VN", "1 2 3")]
    [InlineData("01", "2 3")]
    [InlineData("490", "3")]
    [InlineData("498", "")]
    [InlineData("00001", "")]
    public void Only_levels_that_exist_below_are_listed_nearest_first(string code, string expected) =>
        Assert.Equal(expected, string.Join(' ', EditionIndex.Of(Small).LevelsBelow(Small.IndexOf(code))));

    [Fact]
    public void Units_below_come_in_code_order_whatever_their_parents()
    {
        var communes = EditionIndex.Of(Small).UnitsBelow(0, Trees.Commune).Select(index => Small.Units[index].Code);
        Assert.Equal(["00001", "00004", "00100", "00101", "20200"], communes);
    }

    [Fact]
    public void An_edition_has_one_index() => Assert.Same(EditionIndex.Of(Small), EditionIndex.Of(Small));
}
