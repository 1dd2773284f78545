using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace Aggregation.Testing.Reference;

/// <summary>What the reference needs to know of the catalogue.</summary>
/// <param name="Levels">The levels' ids, nation first.</param>
/// <param name="Counts">The counts' ids.</param>
/// <param name="Statuses">The states of each status, and the levels it applies to.</param>
public sealed record ReferenceCatalogue(
    IReadOnlyList<string> Levels,
    IReadOnlyList<string> Counts,
    IReadOnlyDictionary<string, ReferenceStatus> Statuses)
{
    /// <summary>Reads the seed, or what <c>GET /catalogue</c> answers: both name levels and indicators alike.</summary>
    public static ReferenceCatalogue Read(string path)
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(path));
        var indicators = file.RootElement.GetProperty("indicators").EnumerateArray().ToList();
        return new ReferenceCatalogue(
            [.. file.RootElement.GetProperty("levels").EnumerateArray().Select(level => Text(level.GetProperty("id")))],
            [.. indicators.Where(indicator => Text(indicator.GetProperty("type")) == "count")
                .Select(indicator => Text(indicator.GetProperty("id")))],
            indicators.Where(indicator => Text(indicator.GetProperty("type")) == "status").ToDictionary(
                indicator => Text(indicator.GetProperty("id")),
                indicator => new ReferenceStatus(Texts(indicator.GetProperty("states")), Texts(indicator.GetProperty("levels")))));
    }

    private static string Text(JsonElement element) => element.GetString()!;

    private static List<string> Texts(JsonElement element) => [.. element.EnumerateArray().Select(Text)];
}
