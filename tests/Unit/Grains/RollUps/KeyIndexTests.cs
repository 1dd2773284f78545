using System;
using System.Linq;
using Aggregation.Grains.RollUps;
using Aggregation.Testing.Reference;
using Aggregation.Tests.Support;
using FsCheck.Fluent;
using Xunit;

namespace Aggregation.Tests.Grains.RollUps;

public sealed class KeyIndexTests
{
    [Fact]
    public void It_finds_every_row_that_a_key_may_be_of_and_no_other() => Properties.ForAllLists(
        // So few that they collide, in the half that is kept and in the slot that it falls in.
        Gen.Choose(0, 40).Select(number => ((UInt128)(ulong)(number * 64) << 64) + (UInt128)(ulong)(number % 2)),
        keys =>
        {
            var index = new KeyIndex();
            for (var place = 0; place < keys.Length; place++)
                index.Add(keys[place], place + 1);
            for (var number = 0; number <= 41; number++)
            {
                var key = (UInt128)(ulong)(number * 64) << 64;
                var expected = Enumerable.Range(1, keys.Length).Where(sequence => keys[sequence - 1] >> 64 == key >> 64).ToList();
                Same.Items(expected, index.Find(key).Order());
                Assert.Equal(expected.Count > 0, index.MayHave(key));
            }
        });
}
