using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using Aggregation.Contracts;

namespace Aggregation.Client;

/// <summary>A path with its query; what is null is left out.</summary>
/// <param name="path">The path, its parts escaped by <see cref="Escape"/>.</param>
internal sealed class QueryText(string path)
{
    private readonly StringBuilder text = new(path);
    private char separator = '?';

    public static string Escape(string part)
    {
        ArgumentException.ThrowIfNullOrEmpty(part);
        return Uri.EscapeDataString(part);
    }

    public QueryText Add(string name, string? value)
    {
        if (value is null)
            return this;
        text.Append(separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
        separator = '&';
        return this;
    }

    public QueryText Add(string name, IEnumerable<string> values)
    {
        foreach (var value in values)
            Add(name, value);
        return this;
    }

    public QueryText Add(string name, DateOnly? day) => Add(name, day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public QueryText Add(string name, DateTimeOffset? instant) =>
        Add(name, instant?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture));

    public QueryText Add(string name, int? number) => Add(name, number?.ToString(CultureInfo.InvariantCulture));

    public QueryText Add(FigureDates dates) => Add("asOf", dates.AsOf).Add("knownAt", dates.KnownAt);

    public override string ToString() => text.ToString();
}
