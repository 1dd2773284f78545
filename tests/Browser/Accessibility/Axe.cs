using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.Playwright;

namespace Aggregation.Tests.Browser.Accessibility;

/// <summary>axe-core, run in a page from outside of it, so that its Content-Security-Policy stays as it is.</summary>
internal static class Axe
{
    private static readonly string Script = File.ReadAllText(
        typeof(Axe).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "AxeScript").Value!);

    /// <summary>Every violation of what is shown now: the rule, and the first elements that break it.</summary>
    public static async Task<string[]> FindViolationsAsync(IPage page)
    {
        await page.EvaluateAsync(Script);
        var result = await page.EvaluateAsync<JsonElement>(
            "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)");
        return [.. result.EnumerateArray().Select(Describe)];
    }

    private static string Describe(JsonElement violation)
    {
        var elements = violation.GetProperty("nodes").EnumerateArray().Take(5).Select(node =>
            $"\n    {node.GetProperty("html")}\n      {node.GetProperty("failureSummary").ToString().ReplaceLineEndings(" ")}");
        return $"{violation.GetProperty("id")}: {violation.GetProperty("help")}{string.Concat(elements)}";
    }
}
