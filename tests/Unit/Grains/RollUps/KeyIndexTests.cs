using System;
using System.Collections.Generic;
using System.Linq;
using Aggregation.Grains.RollUps;
using Aggregation.Testing.Reference;
using FsCheck.Fluent;
using Xunit;

namespace Aggregation.Tests.Grains.RollUps;

public sealed class KeyIndexTests
{
    [Fact]
    public void It_keeps_the_first_use_of_every_key_and_no_other() => Properties.ForAllLists(
        // So few that they are repeated, and of both ends of what there is, so that they fall into one slot and run over the end.
        Gen.Choose(-20, 20).Select(Digest),
        keys =>
        {
            var index = new KeyIndex();
            var expected = new Dictionary<UInt128, KeyUse>();
            for (var place = 0; place < keys.Length; place++)
            {
                var use = KeyUse.Of(place + 1, Digest(place));
                index.TryAdd(keys[place], use);
                expected.TryAdd(keys[place], use);
            }

            foreach (var key in Enumerable.Range(-21, 43).Select(Digest))
                Assert.Equal(expected.TryGetValue(key, out var use) ? use : null, index.Find(key));
        });

    private static UInt128 Digest(int half) => (UInt128)(ulong)(long)half << 64;
}
