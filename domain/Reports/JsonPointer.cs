using System;
using System.Globalization;

namespace Aggregation.Domain.Reports;

/// <summary>JSON pointers (RFC 6901) to places in an input.</summary>
public static class JsonPointer
{
    // A name that long is no name of ours; the pointer then ends at the object that holds it.
    private const int MaxNameLength = 128;

    /// <summary>A member of an object; the object itself when the name is absurdly long.</summary>
    public static string Of(string parent, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length > MaxNameLength
            ? parent
            : string.Concat(parent, "/", name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
    }

    /// <summary>An item of a list.</summary>
    public static string Of(string parent, int index) => string.Create(CultureInfo.InvariantCulture, $"{parent}/{index}");
}
