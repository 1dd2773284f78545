using System.Text.RegularExpressions;

namespace Aggregation.Files.Texts;

/// <summary>Text that a spreadsheet would run as a formula, whatever it takes for the separator of a list.</summary>
internal static partial class FormulaText
{
    /// <summary>The text with an apostrophe before each formula.</summary>
    public static string Neutralise(string text) => Formula().Replace(text, "${before}'");

    [GeneratedRegex("(?<before>^|[,;\\t\\r\\n|][\\s\"]*)(?=[=+\\-@\\t\\r])", RegexOptions.None, 1000)]
    private static partial Regex Formula();
}
