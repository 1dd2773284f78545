using System;
using System.Globalization;

namespace Aggregation.Api;

/// <summary>JSON pointers (RFC 6901).</summary>
public static class JsonPointer
{
    /// <summary>A step to a member of an object.</summary>
    public static string Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return "/" + name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
    }

    /// <summary>A step to an item of a list.</summary>
    public static string Of(int index) => string.Create(CultureInfo.InvariantCulture, $"/{index}");

    /// <summary>What a sentence calls the place: <c>counts/agencies</c> of <c>/reports/3/counts/agencies</c>.</summary>
    public static string FieldOf(string pointer)
    {
        ArgumentNullException.ThrowIfNull(pointer);
        var field = pointer.AsSpan();
        if (field.StartsWith("/reports/", StringComparison.Ordinal))
        {
            var rest = field["/reports/".Length..];
            if (rest.IndexOf('/') is >= 0 and var slash)
                field = rest[slash..];
        }

        return field.TrimStart('/').ToString().Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
    }
}
