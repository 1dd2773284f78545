using System;
using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Aggregation.Commands;

/// <summary>Arguments and options that several commands take, with their descriptions from the <see cref="Words"/>.</summary>
internal static class Arguments
{
    public static readonly string[] Statuses = ["committee", "programme", "mobilisation-programme", "regulation", "safe-unit"];

    public static readonly string[] Counts =
    [
        "residential-areas", "safe-residential-areas", "agencies", "safe-agencies", "enterprises", "safe-enterprises", "schools",
        "safe-schools",
    ];

    public static readonly string[] Warnings = ["jump", "ceiling", "same-as-below", "reversal"];

    public static readonly string[] Levels = ["province", "district", "commune"];

    /// <summary>The unit a reading command speaks of, the nation by default.</summary>
    public static Argument<string> Unit() => WithoutOptions(new Argument<string>("unit")
    {
        Description = Words.Get("Argument.unit"),
        HelpName = "UNIT",
        DefaultValueFactory = _ => "VN",
    });

    public static Argument<T> Needed<T>(string name) =>
        WithoutOptions(new Argument<T>(name) { Description = Words.Get("Argument." + name), HelpName = name.ToUpperInvariant() });

    /// <summary>An option that does not exist would else be taken for a unit.</summary>
    public static Argument<T> WithoutOptions<T>(Argument<T> argument)
    {
        argument.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.Tokens[0].Value is ['-', _, ..] text)
                result.AddError(Words.Get("UnknownOption", text));
        });
        return argument;
    }

    public static Option<string?> Text(string name, string helpName, params string[] completions) =>
        Suggest(Make<string?>(name, helpName), completions);

    public static Option<string> TextOr(string name, string helpName, string fallback, params string[] completions)
    {
        var option = Make<string>(name, helpName);
        option.DefaultValueFactory = _ => fallback;
        return Suggest(option, completions);
    }

    public static Option<string[]> Texts(string name, string helpName, params string[] completions)
    {
        var option = Make<string[]>(name, helpName);
        option.DefaultValueFactory = _ => [];
        return Suggest(option, completions);
    }

    /// <summary>Warnings that the sender has seen and stands by.</summary>
    public static Option<string[]> Confirm() => Texts("--confirm", "CODE", Warnings);

    public static Option<bool> Flag(string name) => Make<bool>(name, null);

    public static Option<int> Number(string name, string helpName, int fallback, int least, int most)
    {
        var option = Make<int>(name, helpName);
        option.DefaultValueFactory = _ => fallback;
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && (!int.TryParse(
                result.Tokens[0].Value,
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var number) || number < least || number > most))
            {
                result.AddError(Words.Get("BadNumber", name, result.Tokens[0].Value, least, most));
            }
        });
        return option;
    }

    public static Option<DateOnly?> Day(string name)
    {
        var option = Make<DateOnly?>(name, "YYYY-MM-DD");
        option.CustomParser = result => Parse(result, ReadDay, "BadDay");
        return option;
    }

    public static Option<DateTimeOffset?> Instant(string name)
    {
        var option = Make<DateTimeOffset?>(name, "INSTANT");
        option.CustomParser = result => Parse(result, ReadInstant, "BadInstant");
        return option;
    }

    public static Option<TimeSpan> Duration(string name, string fallback)
    {
        var option = Make<TimeSpan>(name, "TIME");
        option.DefaultValueFactory = _ => ReadDuration(fallback)!.Value;
        option.CustomParser = result => Parse(result, ReadDuration, "BadDuration") ?? TimeSpan.Zero;
        return option;
    }

    public static Option<T> Make<T>(string name, string? helpName) =>
        new(name) { Description = Words.Get("Option." + name), HelpName = helpName };

    /// <summary>Splits <c>name=value</c>.</summary>
    /// <exception cref="UsageException">It is not of that form.</exception>
    public static IEnumerable<(string Name, string Value)> Pairs(string option, string[] texts)
    {
        foreach (var text in texts)
        {
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
                throw new UsageException(Words.Get("BadPair", option, text));
            yield return (text[..equals], text[(equals + 1)..]);
        }
    }

    /// <summary>The same, with whole numbers.</summary>
    public static Dictionary<string, long>? Numbers(string option, string[] texts)
    {
        var numbers = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (name, value) in Pairs(option, texts))
            numbers[name] = Whole(option, value);
        return numbers.Count == 0 ? null : numbers;
    }

    /// <summary>A whole number from 0 up.</summary>
    public static long Whole(
        string option,
        string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new UsageException(Words.Get("NotANumber", option, text));

    private static Option<T> Suggest<T>(Option<T> option, string[] completions)
    {
        if (completions.Length > 0)
            option.CompletionSources.Add(completions);
        return option;
    }

    private static T? Parse<T>(ArgumentResult result, Func<string, T?> read, string complaint)
        where T : struct
    {
        var text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
        if (read(text) is { } value)
            return value;
        result.AddError(Words.Get(complaint, text));
        return null;
    }

    private static DateOnly? ReadDay(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static DateTimeOffset? ReadInstant(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;

    private static TimeSpan? ReadDuration(string text)
    {
        var unit = text.Length == 0 ? ' ' : text[^1];
        var seconds = unit switch { 's' => 1, 'm' => 60, 'h' => 3600, >= '0' and <= '9' => 1, _ => 0 };
        var number = char.IsAsciiDigit(unit) ? text : text[..Math.Max(0, text.Length - 1)];
        return seconds > 0
            && double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count)
            && count is > 0 and < 1e6
            ? TimeSpan.FromSeconds(count * seconds)
            : null;
    }
}
