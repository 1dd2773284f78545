using System;
using System.Collections.Frozen;
using System.Collections.Generic;

namespace Aggregation.Api.Http;

/// <summary>What the API's description says of the parameters of reading calls.</summary>
internal static class ReadParameters
{
    private static readonly FrozenDictionary<string, string> Descriptions = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["edition"] = "The list of units; the one that takes reports by default",
        ["asOf"] = "Only reports effective on or before that day (Asia/Ho_Chi_Minh), 2000-01-01 to today",
        ["knownAt"] = "Only rows recorded by that instant, ISO 8601 with Z or an offset; a + is written %2B",
        ["cursor"] = "Where the page begins: next of the page before",
        ["limit"] = "1 to 1000, by default 100",
        ["parent"] = "Only the units directly below that one",
        ["level"] = "A level of the catalogue",
        ["q"] = "Part of a name, without regard to accents or case",
        ["kind"] = "Only models of that kind",
        ["indicator"] = "An indicator of the catalogue",
        ["from"] = "The first day",
        ["to"] = "The last day, by default today",
        ["step"] = "day, month or year, by default month",
        ["unit"] = "A unit to look at; 1 to 100 of them",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What a parameter means.</summary>
    public static string Describe(string name) => Descriptions[name];
}
