using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace Aggregation.Tests.Support;

/// <summary>Compares item by item what by itself is compared by reference.</summary>
internal static class Same
{
    public static void Items<T>(IEnumerable<T> expected, IEnumerable<T> actual) => Assert.Equal(expected.ToArray(), actual.ToArray());
}
