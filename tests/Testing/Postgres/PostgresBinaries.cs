using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Aggregation.Testing.Postgres;

/// <summary>The programs of a PostgreSQL that is installed on this machine.</summary>
public static class PostgresBinaries
{
    private const string Debian = "/usr/lib/postgresql";

    /// <summary>Why a test that needs PostgreSQL is skipped; null when it can run. In CI it must.</summary>
    public static string? Missing { get; } =
        Find("initdb") is not null || string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase)
            ? null
            : "skipped, because PostgreSQL's initdb is not on this machine";

    /// <summary>The path of one of the programs.</summary>
    public static string PathOf(string program) =>
        Find(program) ?? throw new InvalidOperationException($"PostgreSQL's {program} is not on this machine.");

    private static string? Find(string program) => Candidates().Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    // Debian keeps them out of the PATH, one folder a version; the newest is taken.
    private static IEnumerable<string> Candidates() =>
    [
        .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries),
        .. Directory.Exists(Debian)
            ? Directory.EnumerateDirectories(Debian)
                .OrderByDescending(folder => folder.Length)
                .ThenByDescending(folder => folder, StringComparer.Ordinal)
                .Select(folder => Path.Combine(folder, "bin"))
            : [],
    ];
}
