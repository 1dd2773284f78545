using System.Globalization;
using System.Linq;
using Aggregation.Files.Texts;

namespace Aggregation.Files.Sheets;

/// <summary>What the sheets of the template are called.</summary>
internal static class SheetNames
{
    private static readonly string[] WithoutData = ["Sheet.notes", "Sheet.lists", "Sheet.faults"];

    /// <summary>True for a sheet that the template or a marked copy has beside the data.</summary>
    public static bool IsNoData(string? name) =>
        name is not null && WithoutData.Any(sheet => Is(name, sheet, FileWords.Vietnamese) || Is(name, sheet, FileWords.English));

    private static bool Is(string name, string sheet, CultureInfo language) => NameText.Normalize(name) == NameText.Normalize(FileWords.Get(language, sheet));
}
