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
    public static string Language { get; private set; } = Vietnamese;

    /// <summary>Settles the language before the first word is written, that of the help included.</summary>
    public static void Use(string[] arguments)
    {
        // Words by the language alone, which is found also where the machine knows no cultures; figures as the country writes them.
        var asked = Asked(arguments)
            ?? Environment.GetEnvironmentVariable(Variable) ?? CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        Language = asked == English ? English : Vietnamese;
        CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.GetCultureInfo(Language);
        CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.GetCultureInfo(Language == English
            ? "en-US"
            : "vi-VN");
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
