using System;
using Aggregation.Api.Health;
using Aggregation.Tests.Api.Live;
using Xunit;

namespace Aggregation.Tests.Silo.Clustering;

public sealed class ReachTests
{
    private readonly StepTime time = new();

    [Fact]
    public void What_was_found_out_of_the_database_is_told_for_a_moment_only()
    {
        var reach = new Reach(time);
        Assert.False(reach.HasDatabase);
        reach.SeeDatabase(isThere: true);
        Assert.True(reach.HasDatabase);
        time.Advance(Reach.Freshness - TimeSpan.FromMilliseconds(1));
        Assert.True(reach.HasDatabase);
        time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.False(reach.HasDatabase);
        reach.SeeDatabase(isThere: true);
        reach.SeeDatabase(isThere: false);
        Assert.False(reach.HasDatabase);
    }

    [Fact]
    public void It_is_cut_off_from_the_first_member_that_was_missed_until_all_answer()
    {
        var reach = new Reach(time);
        Assert.Null(reach.CutOffFor);
        reach.SeeMembers(areAllThere: false);
        time.Advance(TimeSpan.FromSeconds(2));
        reach.SeeMembers(areAllThere: false);
        Assert.Equal(TimeSpan.FromSeconds(2), reach.CutOffFor);
        reach.SeeMembers(areAllThere: true);
        Assert.Null(reach.CutOffFor);
    }
}
