using System;
using System.Globalization;
using System.Linq;
using Aggregation.Files.Texts;

namespace Aggregation.Files.Content;

/// <summary>What the sheets of the template are called.</summary>
internal static class TemplateSheets
{
    private const string Faults = "Sheet.faults";
    private static readonly CultureInfo[] Languages = [FileWords.Vietnamese, FileWords.English];
    private static readonly string[] WithoutData = ["Sheet.notes", "Sheet.lists", Faults];

    /// <summary>True for a sheet that the template or a marked copy has beside the data.</summary>
    public static bool IsNoData(string? name) =>
        name is not null && WithoutData.Any(sheet => Is(name, sheet));

    /// <summary>True for the list of faults that a marked copy has.</summary>
    public static bool IsFaults(string? name) => name is not null && Is(name, Faults);

    private static bool Is(string name, string sheet) =>
        Array.Exists(Languages, language => NameText.Normalize(name) == NameText.Normalize(FileWords.Get(language, sheet)));
}
