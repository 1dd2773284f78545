using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Aggregation.Testing;

namespace Aggregation.Tests.Deploy.Fixtures;

/// <summary>The compose file, its variables as <c>compose.env.example</c> has them.</summary>
internal static partial class Compose
{
    /// <summary>The text, with variables.</summary>
    public static string Text { get; } = Repository.Read("compose.yaml");

    /// <summary>The variables of the example.</summary>
    public static Dictionary<string, string> Variables { get; } = Repository.Read("compose.env.example").Split('\n')
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split('=', 2))
        .ToDictionary(parts => parts[0], parts => parts[1]);

    /// <summary>The names of the variables used, with their defaults.</summary>
    public static IEnumerable<(string Name, string Default)> Used =>
        Variable().Matches(Text).Select(match => (match.Groups["name"].Value, match.Groups["default"].Value));

    /// <summary>The file as compose sees it.</summary>
    public static JsonNode File { get; } = Yaml.Parse(Variable().Replace(Text, match => Variables[match.Groups["name"].Value]).Replace(
        "$$",
        "$",
        System.StringComparison.Ordinal)).Single();

    /// <summary>The silos' services.</summary>
    public static IReadOnlyList<JsonNode> Silos { get; } =
        [.. File["services"]!.AsObject().Where(service => service.Key != "postgres").Select(service => service.Value!)];

    // $${…} is none: two signs stand for one.
    [GeneratedRegex(@"(?<!\$)\$\{(?<name>\w+):-(?<default>[^}]*)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Variable();
}
