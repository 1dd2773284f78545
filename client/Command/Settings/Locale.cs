using System;
using System.Globalization;

namespace Aggregation.Commands.Settings;

/// <summary>The reader's language: Vietnamese, or English where <c>--language</c>, the environment or the locale says so.</summary>
internal static class Locale
{
    public const string Variable = "AGGREGATION_LANGUAGE";

    public const string Vietnamese = "vi";

    public const string English = "en";

    /// <summary><c>vi</c> or <c>en</c>.</summary>
    public static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == English ? English : Vietnamese;

    /// <summary>Settles the language before the first word is written, that of the help included.</summary>
    public static void Use(string[] arguments)
    {
        var language = Asked(arguments) ?? Environment.GetEnvironmentVariable(Variable) ?? CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        var culture = CultureInfo.GetCultureInfo(language == English ? "en-US" : "vi-VN");
        CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = culture;
        CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentUICulture = culture;
    }

    private static string? Asked(string[] arguments)
    {
        for (var place = 0; place < arguments.Length; place++)
        {
            if (arguments[place] == "--language" && place + 1 < arguments.Length)
                return arguments[place + 1];
            if (arguments[place].StartsWith("--language=", StringComparison.Ordinal))
                return arguments[place]["--language=".Length..];
        }

        return null;
    }
}
