using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Aggregation.Testing;

/// <summary>The source, where tests read what is no code.</summary>
public static class Repository
{
    /// <summary>Its folder.</summary>
    public static string Root { get; } = Find();

    /// <summary>The folder of what operators get.</summary>
    public static string Deploy { get; } = Path.Combine(Root, "deploy");

    /// <summary>The files that an operator gets, which are not those he adds himself.</summary>
    public static IEnumerable<string> DeployFiles => Directory.EnumerateFiles(Deploy, "*", SearchOption.AllDirectories)
        .Where(file => !file.StartsWith(Path.Combine(Deploy, "secrets"), StringComparison.Ordinal)
            && Path.GetFileName(file) != "compose.env");

    /// <summary>The text of a file of <c>deploy/</c>.</summary>
    public static string Read(string name) => File.ReadAllText(Path.Combine(Deploy, name));

    private static string Find()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Aggregation.sln")))
            root = Path.GetDirectoryName(root) ?? throw new DirectoryNotFoundException("The tests do not run inside the repository.");
        return root;
    }
}
