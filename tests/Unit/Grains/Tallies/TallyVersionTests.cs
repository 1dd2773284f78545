using System.Linq;
using Aggregation.Tallies;
using Aggregation.Tests.Grains.Support;
using Xunit;

namespace Aggregation.Tests.Grains.Tallies;

public sealed class TallyVersionTests
{
    [Fact]
    public void The_generation_comes_before_the_rows()
    {
        TallyVersion[] inOrder = [new(0, 9), new(1, 0), new(1, 1), new(1, 5_000_000_000), new(2, 0)];
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
}
