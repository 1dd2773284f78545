using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Aggregation.Testing;

namespace Aggregation.Tests.Deploy.Fixtures;

/// <summary>The instructions of the Containerfile.</summary>
internal static partial class Containerfile
{
    private static readonly IReadOnlyList<(string Name, string Arguments)> Instructions =
    [
        .. Continued().Replace(Comment().Replace(Repository.Read("Containerfile"), ""), " ").Split(
            '\n',
            StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ', 2, StringSplitOptions.TrimEntries))
            .Select(parts => (parts[0], parts[1])),
    ];

    /// <summary>What is copied from the source, in both stages.</summary>
    public static IEnumerable<(string[] Sources, string Target)> Copies => Of("COPY")
        .Where(copy => !copy.StartsWith("--from", StringComparison.Ordinal))
        .Select(copy => copy.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Select(words => (words[..^1], words[^1]));

    /// <summary>The one command that is run.</summary>
    public static string Run => Of("RUN").Single();

    /// <summary>The account that runs the program.</summary>
    public static string User => Of("USER").Single();

    /// <summary>The ports.</summary>
    public static string[] Ports => Of("EXPOSE").Single().Split(' ');

    /// <summary>The last stage's variables.</summary>
    public static Dictionary<string, string> Environment =>
        Of("ENV").Last().Split(' ').Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);

    private static IEnumerable<string> Of(string name) =>
        Instructions.Where(instruction => instruction.Name == name).Select(instruction => instruction.Arguments);

    [GeneratedRegex(@"^#.*\n", RegexOptions.Multiline, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\s*\\\n\s*", RegexOptions.None, 1000)]
    private static partial Regex Continued();
}
