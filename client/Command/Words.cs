using System.Globalization;
using System.Resources;
using Aggregation.Contracts;

namespace Aggregation.Commands;

/// <summary>The words of <c>Words.resx</c> (Vietnamese) and <c>Words.en.resx</c>.</summary>
internal static class Words
{
    private static readonly ResourceManager Resources = new("Aggregation.Resources.Words", typeof(Words).Assembly);

    /// <summary>A word or sentence; its name if there is none.</summary>
    public static string Get(string name) => Find(name) ?? name;

    /// <summary>A sentence with its places filled in.</summary>
    public static string Get(string name, params object?[] arguments) =>
        string.Format(CultureInfo.CurrentCulture, Plural.Settle(Get(name), arguments), arguments);

    /// <summary>A word or sentence; null if there is none.</summary>
    public static string? Find(string name) => Resources.GetString(name, CultureInfo.CurrentUICulture);

    /// <summary>A text of the catalogue in the reader's language.</summary>
    public static string Of(Translated text) => Settings.Locale.Language == Settings.Locale.English ? text.En : text.Vi;
}
