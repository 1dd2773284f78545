using System;
using System.IO;

namespace Aggregation.Testing.Reference;

/// <summary>The real lists of units, which lie beside the project and are never part of it.</summary>
public static class RealLists
{
    /// <summary>Why a test that needs them is skipped; null when they are there. In CI they must be.</summary>
    public static string? Missing { get; } =
        File.Exists(PathOf("units-2023.csv"))
            || string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase)
            ? null
            : "skipped, because the real lists of units are not at ../shared/data";

    /// <summary>The path of one of them.</summary>
    public static string PathOf(string name) => Path.Combine(Repository.Root, "..", "shared", "data", name);
}
