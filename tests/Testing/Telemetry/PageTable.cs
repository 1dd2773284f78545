using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Aggregation.Testing.Telemetry;

/// <summary>The tables of <c>deploy/telemetry/metrics.md</c>.</summary>
public static class PageTable
{
    /// <summary>The page.</summary>
    public static string Page { get; } = Path.Combine(Repository.Root, "deploy", "telemetry", "metrics.md");

    /// <summary>The cells of the rows under a heading.</summary>
    public static IReadOnlyList<string[]> Rows(string heading) =>
    [
        .. File.ReadLines(Page)
            .SkipWhile(line => !line.StartsWith($"## {heading}", StringComparison.Ordinal))
            .Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal) || (line.Length > 2 && char.IsAsciiDigit(line[2])))
            .Select(line => Array.ConvertAll(line.Trim('|').Split('|'), cell => cell.Trim())),
    ];

    /// <summary>A cell without its marks.</summary>
    public static string Plain(string cell) => cell.Trim('`');
}
