using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Aggregation.Commands;

/// <summary>Reads as many pages as it takes to show so many items.</summary>
internal static class Pages
{
    private const int Largest = 1000;

    /// <summary>The first page with the items of those behind it, and where the rest begins.</summary>
    /// <param name="most">How many items to show; 0 for all.</param>
    /// <param name="read">Reads a page at a cursor, of so many items.</param>
    /// <param name="open">What is in it.</param>
    public static async Task<(TPage First, List<TItem> Items, string? Next)> ReadAsync<TPage, TItem>(
        int most,
        Func<string?, int, Task<TPage>> read,
        Func<TPage, (IReadOnlyList<TItem> Items, string? Next)> open)
    {
        var wanted = most == 0 ? int.MaxValue : most;
        var first = await read(null, Math.Min(Largest, wanted));
        var (page, next) = open(first);
        List<TItem> items = [.. page];
        while (next is not null && items.Count < wanted)
        {
            (page, next) = open(await read(next, Math.Min(Largest, wanted - items.Count)));
            items.AddRange(page);
        }

        return (first, items, next);
    }
}
