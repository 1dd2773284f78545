using System.Linq;
using Aggregation.Domain.Tallies;
using Aggregation.Testing.Reference;
using Xunit;

namespace Aggregation.Tests.Domain.Tallies;

public sealed class TallyVersionTests
{
    [Fact]
    public void The_generation_comes_before_corrections_and_these_before_the_rows()
    {
        TallyVersion[] inOrder =
        [
            new(0, 9, 9),
            new(1, 0),
            new(1, 1),
            new(1, 5_000_000_000),
            new(1, 3, 1),
            new(1, 4, 1),
            new(1, 0, 2),
            new(2, 0)
        ];
        Assert.Equal(inOrder, Properties.Shuffled(inOrder, 1).Order());
        for (var one = 0; one < inOrder.Length; one++)
        {
            for (var other = 0; other < inOrder.Length; other++)
            {
                Assert.Equal(one < other, inOrder[one] < inOrder[other]);
                Assert.Equal(one > other, inOrder[one] > inOrder[other]);
                Assert.Equal(one <= other, inOrder[one] <= inOrder[other]);
                Assert.Equal(one >= other, inOrder[one] >= inOrder[other]);
            }
        }
    }

    [Fact]
    public void More_rows_or_a_correction_supersede()
    {
        TallyVersion held = new(2, 100, 1);
        Assert.True(new TallyVersion(2, 101).Supersedes(held), "an activation that has forgotten the correction goes on");
        Assert.True(new TallyVersion(2, 90, 2).Supersedes(held), "the true, smaller number wins");
        Assert.False(new TallyVersion(2, 100, 1).Supersedes(held));
        Assert.False(new TallyVersion(2, 100).Supersedes(held));
        Assert.False(new TallyVersion(2, 99, 1).Supersedes(held));
        Assert.False(new TallyVersion(1, 1_000, 9).Supersedes(held));
        Assert.True(new TallyVersion(3, 0).Supersedes(held));
    }
}
