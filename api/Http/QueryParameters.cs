using System;
using System.Globalization;
using System.Linq;
using Aggregation.Contracts;
using Aggregation.Domain.Reports;
using Microsoft.AspNetCore.Http;

namespace Aggregation.Api.Http;

/// <summary>
/// The query of a request, read by name. What is wrong is not thrown: the first fault is kept as <see cref="Problem"/>,
/// which whoever reads the parameters answers with before using them.
/// </summary>
public sealed class QueryParameters
{
    /// <summary>The most items a page can have.</summary>
    public const int MaxLimit = 1_000;

    /// <summary>How many items a page has unless the request says otherwise.</summary>
    public const int DefaultLimit = 100;

    private const int LongestEcho = 100;
    private static readonly string[] InstantForms =
    [
        "yyyy-MM-dd'T'HH:mmK",
        "yyyy-MM-dd'T'HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    private readonly IQueryCollection query;
    private readonly TimeProvider time;

    /// <summary>Takes a request's query and refuses what the call does not know.</summary>
    /// <param name="query">The query.</param>
    /// <param name="time">The clock that says what is in the future.</param>
    /// <param name="known">The names that the call knows.</param>
    /// <param name="repeatable">The one of them that may stand more than once; null if none.</param>
    public QueryParameters(IQueryCollection query, TimeProvider time, ReadOnlySpan<string> known, string? repeatable = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        this.query = query;
        this.time = time;
        Latest = time.GetUtcNow();
        if (query.Count == 0)
            return;
        foreach (var (name, values) in query)
        {
            if (!known.Contains(name))
                Fail(name, values.ToString(), known.IsEmpty ? "∅" : string.Join(", ", known!));
            else if (values.Count > 1 && name != repeatable)
                Fail(name, values.ToString(), $"{name} × 1");
        }
    }

    /// <summary>The latest instant that can be asked for; now, unless rows are dated later.</summary>
    public DateTimeOffset Latest { get; set; }

    /// <summary>The answer to a query with a fault; null while none is found.</summary>
    public IResult? Problem { get; private set; }

    /// <summary>A parameter's value; null when it is absent.</summary>
    public string? Text(string name) => query.TryGetValue(name, out var values) ? values[0] ?? "" : null;

    /// <summary>Every value of a parameter that may be repeated.</summary>
    public string[] Texts(string name) => query.TryGetValue(name, out var values) ? [.. values.Select(value => value ?? "")] : [];

    /// <summary><c>true</c> or <c>false</c>; false when it is absent.</summary>
    public bool Flag(string name)
    {
        var text = Text(name);
        if (text is not (null or "true" or "false"))
            Fail(name, text, "true, false");
        return text == "true";
    }

    /// <summary>How many items a page may have.</summary>
    public int Limit(int fallback = DefaultLimit)
    {
        if (Text("limit") is not { } text)
            return fallback;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= MaxLimit)
            return limit;
        Fail("limit", text, $"1..{MaxLimit}");
        return fallback;
    }

    /// <summary>A day (Asia/Ho_Chi_Minh) from 2000-01-01 to today; null when it is absent.</summary>
    public DateOnly? Day(string name)
    {
        if (Text(name) is not { } text)
            return null;
        var today = ReportDay.Today(time);
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day >= ReportDay.First
            && day <= today)
        {
            return day;
        }

        Fail(name, text, $"{ReportDay.First:yyyy-MM-dd}..{today:yyyy-MM-dd}");
        return null;
    }

    /// <summary>Two days, both included, the first not after the last.</summary>
    /// <param name="firstDay">The first day when <c>from</c> is absent; the last day's own is the latest it can be.</param>
    public (DateOnly From, DateOnly To) Days(Func<DateOnly, DateOnly> firstDay)
    {
        ArgumentNullException.ThrowIfNull(firstDay);
        var to = Day("to") ?? ReportDay.Today(time);
        var from = Day("from") ?? firstDay(to);
        if (from > to)
            Fail("from", $"{from:yyyy-MM-dd}", $"{ReportDay.First:yyyy-MM-dd}..{to:yyyy-MM-dd}");
        return (from, to);
    }

    /// <summary>True for a parameter that names an instant after <see cref="Latest"/>.</summary>
    public bool IsBeyondLatest(string name) => Text(name) is { } text && TryReadInstant(text, out var instant) && instant > Latest;

    /// <summary>An instant with its offset, not after <see cref="Latest"/>; null when it is absent.</summary>
    public DateTimeOffset? Instant(string name)
    {
        if (Text(name) is not { } text)
            return null;
        if (TryReadInstant(text, out var instant) && instant <= Latest)
            return instant;
        Fail(name, text, $"2000-01-01T00:00:00Z..{Latest:yyyy-MM-dd'T'HH:mm:ss'Z'}");
        return null;
    }

    private static bool TryReadInstant(string text, out DateTimeOffset instant)
    {
        // A plus sign that nobody escaped arrives as a space.
        var written = text.Length > 6 && text[^6] == ' ' ? $"{text.AsSpan(0, text.Length - 6)}+{text.AsSpan(text.Length - 5)}" : text;
        instant = default;
        return SaysItsOffset(written) && DateTimeOffset.TryParseExact(
            written,
            InstantForms,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AdjustToUniversal,
            out instant);
    }

    /// <summary>The two dates of a figure.</summary>
    public FigureDates Dates() => query.Count == 0 ? default : new FigureDates(Day("asOf"), Instant("knownAt"));

    /// <summary>Says that a parameter's value is wrong.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="value">Its value; empty when it is missing.</param>
    /// <param name="expected">What would be right.</param>
    public void Fail(string name, string? value, string expected) =>
        Problem ??= Problems.BadQuery(name, value is { Length: > LongestEcho }
            ? string.Concat(value.AsSpan(0, LongestEcho), "…")
            : value ?? "", expected);

    private static bool SaysItsOffset(string text) => text.Length > 6 && (text[^1] == 'Z' || text[^6] is '+' or '-');
}
