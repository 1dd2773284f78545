using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Resources;
using System.Text;
using Aggregation.Domain.Reports;
using Aggregation.Texts;

namespace Aggregation.Api.Resources;

/// <summary>
/// The sentences of <c>Messages.resx</c> (Vietnamese) and <c>Messages.en.resx</c>. Placeholders are <c>{0}</c>, <c>{1}</c> …,
/// <c>{1+}</c> for all from there on, and names such as <c>{field}</c>; whatever is put into them is cut short and made visible first.
/// </summary>
public static class Messages
{
    private static readonly ResourceManager Sentences = new("Aggregation.Api.Resources.Messages", typeof(Messages).Assembly);
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    /// <summary>The tag of a language, for <c>Content-Language</c>.</summary>
    public static string Tag(Language language) => language == Language.English ? "en" : "vi";

    /// <summary>The sentence as it stands in the resources, or null.</summary>
    public static string? Find(Language language, string name) =>
        Sentences.GetString(name, language == Language.English ? English : CultureInfo.InvariantCulture);

    /// <summary>A sentence with its placeholders filled in.</summary>
    /// <param name="language">The reader's language.</param>
    /// <param name="name">The sentence's name in the resources; one that is missing is answered with the name itself.</param>
    /// <param name="arguments">For <c>{0}</c>, <c>{1}</c> …</param>
    /// <param name="named">For <c>{field}</c> and the like.</param>
    public static string Format(
        Language language,
        string name,
        IReadOnlyList<string> arguments,
        params ReadOnlySpan<(string Name, string Value)> named)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var sentence = Find(language, name) ?? name;
        var text = new StringBuilder(sentence.Length + 64);
        var position = 0;
        while (position < sentence.Length)
        {
            var open = sentence.IndexOf('{', position);
            var close = open < 0 ? -1 : sentence.IndexOf('}', open);
            if (close < 0)
                break;
            text.Append(sentence, position, open - position);
            var placeholder = sentence.AsSpan(open + 1, close - open - 1);
            if (placeholder.EndsWith('+'))
                text.AppendJoin(
                    ", ",
                    arguments.Skip(int.Parse(placeholder[..^1], CultureInfo.InvariantCulture)).Select(Shown));
            else
                text.Append(Shown(ValueOf(placeholder, arguments, named)));
            position = close + 1;
        }

        return text.Append(sentence, position, sentence.Length - position).ToString();
    }

    private static string Shown(string value) =>
        DayText.TryParse(value, out var day) ? ShownText.Day(day) : ShownText.Visible(value);

    private static string ValueOf(
        ReadOnlySpan<char> placeholder,
        IReadOnlyList<string> arguments,
        ReadOnlySpan<(string Name, string Value)> named)
    {
        foreach (var (name, value) in named)
        {
            if (placeholder.SequenceEqual(name))
                return value;
        }

        return int.TryParse(placeholder, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place < arguments.Count
            ? arguments[place]
            : "?";
    }
}
