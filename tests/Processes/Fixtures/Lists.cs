using System.Collections.Generic;

namespace Aggregation.Tests.Processes.Fixtures;

/// <summary>Small helpers on lists.</summary>
public static class Lists
{
    /// <summary>The same items from the last to the first.</summary>
    public static List<T> AsReversed<T>(this List<T> items)
    {
        List<T> reversed = [.. items];
        reversed.Reverse();
        return reversed;
    }
}
