using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Resources;
using Aggregation.Texts;

namespace Aggregation.Files;

/// <summary>The words of <c>FileWords.resx</c> (Vietnamese) and <c>FileWords.en.resx</c>.</summary>
internal static class FileWords
{
    private static readonly ResourceManager Resources = new("Aggregation.Resources.FileWords", typeof(FileWords).Assembly);

    /// <summary>Tiếng Việt.</summary>
    public static CultureInfo Vietnamese { get; } = CultureInfo.GetCultureInfo("vi");

    /// <summary>English.</summary>
    public static CultureInfo English { get; } = CultureInfo.GetCultureInfo("en");

    /// <summary>A word; null if there is none of that name.</summary>
    public static string? Find(CultureInfo language, string name) => Resources.GetString(name, language);

    /// <summary>A word that must exist.</summary>
    public static string Get(CultureInfo language, string name) => Find(language, name) ?? throw new MissingManifestResourceException(name);

    /// <summary>The sentence of a fault, with what it names made visible and cut short.</summary>
    public static string Sentence(CultureInfo language, string code, params object[] arguments) =>
        string.Format(
            CultureInfo.InvariantCulture,
            Get(language, "Fault." + code),
            Array.ConvertAll(arguments, argument => (object)TextOf(argument)));

    private static string TextOf(object argument) => argument switch
    {
        DateOnly day => ShownText.Day(day),
        IEnumerable<string> texts => string.Join(", ", texts.Select(text => $"“{text}”")),
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        _ => ShownText.Visible(argument.ToString()!),
    };
}
