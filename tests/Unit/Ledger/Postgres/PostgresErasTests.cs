using Aggregation.Ledger;
using Aggregation.Ledger.Postgres;
using Xunit;

namespace Aggregation.Tests.Ledger.Postgres;

public sealed class PostgresErasTests
{
    private readonly PostgresEras eras;
    private int begun;

    public PostgresErasTests() => eras = new PostgresEras("PostgreSQL, db", () => begun++);

    [Fact]
    public void Answers_that_overtake_each_other_begin_no_era()
    {
        eras.Note(At(100), (null, 0));
        eras.Note(At(300), (At(100), 0));
        eras.Note(At(200), (At(100), 0));
        Assert.Equal((0, 0), (eras.Current, begun));
        // Nor is what was known forgotten by it.
        eras.Note(At(250), (At(300), 0));
        Assert.Equal((1, 1), (eras.Current, begun));
    }

    [Fact]
    public void Of_many_connections_that_find_one_change_the_first_begins_the_era()
    {
        eras.Note(At(300), (null, 0));
        eras.Note(At(100), (At(300), 0));
        eras.Note(At(110), (At(300), 0));
        Assert.Equal((1, 1), (eras.Current, begun));
    }

    [Fact]
    public void A_later_timeline_or_another_system_begins_an_era_and_an_earlier_timeline_is_refused()
    {
        eras.Note(At(300), (null, 0));
        eras.Note(At(290) with { Timeline = 2 }, (At(300), 0));
        eras.Note(At(290) with { System = 8 }, (At(290) with { Timeline = 2 }, 1));
        Assert.Equal((2, 2), (eras.Current, begun));
        eras.Note(At(400) with { System = 8, Timeline = 3 }, (At(290) with { System = 8 }, 2));
        Assert.Throws<LedgerUnavailableException>(() => eras.Note(
            At(500) with { System = 8, Timeline = 2 },
            (At(290) with { System = 8 }, 2)));
    }

    private static PostgresEras.Server At(long position) => new(7, 1, position);
}
