using Aggregation.Domain.Folds;
using Aggregation.Testing.Reference;
using Aggregation.Tests.Support;
using FsCheck.Fluent;
using Xunit;

namespace Aggregation.Tests.Domain.Folds;

public sealed class PrecedenceTests
{
    [Fact]
    public void Of_two_different_rows_exactly_one_wins() => Properties.ForAll(
        from day in Draw.Days
        from otherDay in Draw.Days
        from sequence in Gen.Choose(1, 9)
        from other in Gen.Choose(1, 9)
        select (day, otherDay, sequence, other),
        sample =>
        {
            var one = Precedence.Of(sample.day, sample.sequence);
            var other = Precedence.Of(sample.otherDay, sample.other);
            Assert.Equal(one != other, one.Beats(other) ^ other.Beats(one));
            Assert.True(one.IsReported && one.Beats(default));
            Assert.False(default(Precedence).IsReported || default(Precedence).Beats(one));
        },
        1000);
}
