using System;
using Microsoft.AspNetCore.Http;

namespace Aggregation.Api;

/// <summary>Checks the query of a writing call: a misspelt <c>dryRun</c> must not record.</summary>
internal static class QueryParameters
{
    /// <summary>Refuses parameters that the call does not know.</summary>
    /// <param name="request">The request.</param>
    /// <param name="known">The parameters it knows.</param>
    /// <returns>Null when all are known.</returns>
    public static IResult? FindUnknown(HttpRequest request, params ReadOnlySpan<string> known)
    {
        if (!request.QueryString.HasValue)
            return null;
        foreach (var (name, value) in request.Query)
        {
            if (!known.Contains(name))
                return Problems.BadQuery(name, value.ToString(), known.IsEmpty ? "∅" : string.Join(", ", known));
        }

        return null;
    }

    /// <summary>Reads <c>true</c> or <c>false</c>; false when it is not given.</summary>
    /// <returns>Null, or what is wrong.</returns>
    public static IResult? ReadBoolean(HttpRequest request, string name, out bool value)
    {
        value = false;
        if (!request.QueryString.HasValue || !request.Query.TryGetValue(name, out var given))
            return null;
        var text = given.ToString();
        value = string.Equals(text, "true", StringComparison.Ordinal);
        return value || string.Equals(text, "false", StringComparison.Ordinal) ? null : Problems.BadQuery(name, text, "true, false");
    }

    /// <summary>Reads a single value; null when it is not given.</summary>
    public static string? Read(HttpRequest request, string name) =>
        request.QueryString.HasValue && request.Query.TryGetValue(name, out var given) ? given.ToString() : null;
}
