using System;
using System.CommandLine;

namespace Aggregation.Commands.Settings;

/// <summary>The options that every command takes.</summary>
internal static class GlobalOptions
{
    public static readonly Option<string?> Url = Make<string?>("--url", "URL");

    public static readonly Option<string?> Key = Make<string?>("--key", "KEY");

    public static readonly Option<string?> Profile = Make<string?>("--profile", "NAME");

    public static readonly Option<string?> Edition = Make<string?>("--edition", "EDITION");

    public static readonly Option<string?> Language = Make<string?>("--language", "vi|en");

    public static readonly Option<bool> Json = Make<bool>("--json", "");

    private const string Fallback = "http://127.0.0.1:8080";

    static GlobalOptions()
    {
        Language.AcceptOnlyFromAmong(Locale.Vietnamese, Locale.English);
    }

    /// <summary>The silo and key: from the command line, else the environment, else a profile, else this machine.</summary>
    /// <exception cref="UsageException">They cannot be used.</exception>
    public static (Uri Url, string? Key) Reach(ParseResult parsed)
    {
        var url = parsed.GetValue(Url) ?? Variable("AGGREGATION_URL");
        var key = parsed.GetValue(Key) ?? Variable("AGGREGATION_KEY");
        var name = parsed.GetValue(Profile) ?? Variable("AGGREGATION_PROFILE");
        if (name is not null || url is null)
        {
            // A profile's key belongs to its silo and is never sent to another one.
            var profile = Profiles.Find(name);
            if (url is null || url == profile.Url)
                key ??= profile.Key;
            url ??= profile.Url;
        }

        var text = url ?? Fallback;
        return Uri.TryCreate(text, UriKind.Absolute, out var parsedUrl) && parsedUrl.Scheme is "http" or "https"
            ? (parsedUrl, key)
            : throw new UsageException(Words.Get("BadUrl", text));
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static Option<T> Make<T>(string name, string helpName) => new(name)
    {
        Description = Words.Get("Option." + name),
        HelpName = helpName.Length > 0 ? helpName : null,
        Recursive = true,
    };
}
