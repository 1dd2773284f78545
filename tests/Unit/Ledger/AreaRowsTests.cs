using System;
using System.Linq;
using Aggregation.Ledger;
using Aggregation.Testing.Reference;
using Aggregation.Tests.Support;
using FsCheck.Fluent;
using Xunit;

namespace Aggregation.Tests.Ledger;

public sealed class AreaRowsTests
{
    [Fact]
    public void The_rows_of_an_area_are_those_of_its_units() => Properties.ForAllLists(
        Gen.Choose(0, 100),
        rows =>
        {
            // Heads may end before the highest id, or go beyond it with units of another edition.
            var edition = Trees.Small(firstId: 3);
            var heads = new LedgerHeads(DateTimeOffset.UnixEpoch, [.. rows]);
            var areas = new AreaRows(edition, heads);
            for (var index = 0; index < edition.Units.Length; index++)
            {
                Assert.Equal(rows.ElementAtOrDefault(edition.Units[index].Id), areas.Own(index));
                Assert.Equal(edition.IdsWithin(index).Sum(rows.ElementAtOrDefault), areas.Area(index));
            }
        });
}
