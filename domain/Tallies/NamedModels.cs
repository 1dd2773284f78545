using System;

namespace Aggregation.Domain.Tallies;

/// <summary>Looks things up in lists sorted by normal name (ordinal).</summary>
internal static class NamedModels
{
    /// <summary>The place of a name, or the complement of the place where it would stand.</summary>
    public static int Find<T>(ReadOnlySpan<T> sorted, string normalName)
        where T : INamedModel
    {
        var (low, high) = (0, sorted.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = string.CompareOrdinal(sorted[middle].NormalName, normalName);
            if (order == 0)
                return middle;
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return ~low;
    }
}
