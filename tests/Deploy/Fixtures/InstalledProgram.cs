using System;
using System.IO;
using System.Linq;

namespace Aggregation.Tests.Deploy.Fixtures;

/// <summary>A program of this machine that a test runs.</summary>
internal static class InstalledProgram
{
    private static readonly string[] Folders = [.. (Environment.GetEnvironmentVariable("PATH")
        ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries), "/usr/sbin"];

    /// <summary>Why a test that needs a program is skipped; null when it can run. In CI it must.</summary>
    public static string? Missing(string name) =>
        Find(name) is not null || string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase)
            ? null
            : $"skipped, because {name} is not on this machine";

    /// <summary>Its path.</summary>
    public static string PathOf(string name) => Find(name) ?? throw new InvalidOperationException($"{name} is not on this machine.");

    private static string? Find(string name) => Folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}
