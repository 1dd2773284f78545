using System;
using System.Buffers.Text;
using System.Text;

namespace Aggregation.Api.Http;

/// <summary>
/// Where a page ended, as an opaque text: the sorting key of its last item. The server remembers nothing, and items that
/// come or go meanwhile neither repeat nor hide others.
/// </summary>
public static class PageCursor
{
    private const char Separator = '\n';

    /// <summary>Writes a cursor.</summary>
    /// <param name="list">What is listed: a cursor of one list is none of another.</param>
    /// <param name="key">The last item's sorting key.</param>
    public static string Write(string list, params ReadOnlySpan<string> key) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{list}{Separator}{string.Join(Separator, key!)}"));

    /// <summary>Reads the request's cursor back.</summary>
    /// <param name="query">The request's query; told when the cursor is not one of this list.</param>
    /// <param name="list">What is listed.</param>
    /// <param name="parts">How many parts the sorting key has; the last one may hold anything.</param>
    /// <returns>The key; null when there is no cursor, or none that can be used.</returns>
    public static string[]? Read(QueryParameters query, string list, int parts)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Text("cursor") is not { Length: > 0 } text)
            return null;
        if (Decode(text)?.Split(Separator, parts + 1) is { } read && read.Length == parts + 1 && read[0] == list)
            return read[1..];
        Refuse(query);
        return null;
    }

    /// <summary>Says that the request's cursor is not one of ours.</summary>
    public static void Refuse(QueryParameters query)
    {
        ArgumentNullException.ThrowIfNull(query);
        query.Fail("cursor", query.Text("cursor"), "next");
    }

    private static string? Decode(string text)
    {
        var utf8 = new byte[text.Length];
        try
        {
            return Base64Url.TryDecodeFromChars(text, utf8, out var length) ? Encoding.UTF8.GetString(utf8, 0, length) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
